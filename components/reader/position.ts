/** A reader's own view of the motion. */
export const stands = ["for", "against", "undecided"] as const;
type Stand = (typeof stands)[number];

type Position = { stand: Stand; confidence: number };

const keyOf = (debate: string) => `position:${debate}`;

/** What this browser remembers of a debate; null without an answer, or when it cannot be read. */
export function readPosition(debate: string, storage: Pick<Storage, "getItem">): Position | null {
  try {
    const kept = JSON.parse(storage.getItem(keyOf(debate)) ?? "null") as Partial<Position> | null;
    const stand = stands.find((one) => one === kept?.stand);
    const confidence = Number(kept?.confidence);
    return stand && confidence >= 0 && confidence <= 100 ? { stand, confidence } : null;
  } catch {
    return null;
  }
}

/**
 * The question where a reader stands: the answer is kept in this browser's storage and sent to
 * nobody.
 *
 * @returns a function that stops it
 */
export function startPosition(): () => void {
  const question = document.querySelector<HTMLDetailsElement>("details[data-position]");
  const form = question?.querySelector("form");
  if (!question || !form) return () => undefined;
  const debate = question.dataset.position ?? "";
  const fields = form.elements as typeof form.elements & {
    stand: RadioNodeList;
    confidence: HTMLInputElement;
  };
  const status = question.querySelector<HTMLElement>("[data-position-status]");

  const show = (said = "") => {
    const position = readPosition(debate, localStorage);
    for (const radio of fields.stand as unknown as Iterable<HTMLInputElement>) {
      radio.checked = radio.value === position?.stand;
    }
    fields.confidence.value = String(position?.confidence ?? 50);
    const answer = question.querySelector<HTMLElement>("[data-position-answer]");
    if (answer) answer.textContent = wordsOf(position, question) ?? answer.dataset.question ?? "";
    if (status) status.textContent = said;
  };
  const keep = () => {
    const stand = stands.find((one) => one === fields.stand.value);
    if (!stand) return;
    const position: Position = { stand, confidence: Number(fields.confidence.value) };
    store(() => localStorage.setItem(keyOf(debate), JSON.stringify(position)));
    show();
  };
  const forget = (event: Event) => {
    event.preventDefault();
    store(() => localStorage.removeItem(keyOf(debate)));
    show(status?.dataset.forgotten);
  };
  const listen = (method: "addEventListener" | "removeEventListener") => {
    form[method]("change", keep);
    form[method]("reset", forget);
    form[method]("submit", (event: Event) => event.preventDefault());
  };
  listen("addEventListener");
  show();
  return () => listen("removeEventListener");
}

function wordsOf(position: Position | null, { dataset }: HTMLElement): string | null {
  if (!position) return null;
  const answers = JSON.parse(dataset.answers ?? "{}") as Partial<Record<Stand, string>>;
  const locale = document.documentElement.lang || "en";
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  const words = answers[position.stand];
  return words?.replace("{percent}", percent.format(position.confidence / 100)) ?? null;
}

function store(write: () => void): void {
  try {
    write();
  } catch {
    /* Storage is closed to us: nothing is remembered. */
  }
}
