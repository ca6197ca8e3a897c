import { meterPath, segmentFills } from "@/components/voting/meter-fill";
import type { Change } from "@/lib/live/schema";
import { sayCount } from "./forms";
import type { LiveWords } from "./words";

/** The drawing's height, as components/voting/meter draws it. */
const height = 8;

/** Sets an element's words in place: its text node stays, so that a framework keeps finding it. */
export function setText(element: Element | null | undefined, text: string): void {
  if (!element || element.textContent === text) return;
  const [only] = element.childNodes;
  if (element.childNodes.length === 1 && only instanceof Text) only.data = text;
  else element.textContent = text;
}

/** Moves the meters of an argument to what its votes say now. Nothing else of the page moves. */
export function moveMeters(
  { id, count, mean }: NonNullable<Change["votes"]>[number],
  words: LiveWords,
  locale: string,
): void {
  for (const meter of document.querySelectorAll<HTMLElement>(`[data-meter="${id}"]`)) {
    const drawing = meter.querySelector("[data-meter-drawing]");
    drawing?.toggleAttribute("data-none", mean === null);
    drawing?.firstElementChild?.setAttribute("d", meterPath(segmentFills(mean), height));
    const none = "small" in meter.dataset ? words.noVotes : words.beFirst;
    const tenths = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    const number = new Intl.NumberFormat(locale, tenths).format(mean ?? 0);
    const said = sayCount(words.mean, count, locale).replace("{mean}", number);
    setText(meter.querySelector("[data-meter-words]"), mean === null ? none : said);
  }
}

/** Shows how many comments an argument has now, wherever the page counts them. */
export function countComments(
  { id, count }: NonNullable<Change["comments"]>[number],
  words: LiveWords,
  locale: string,
): void {
  for (const element of document.querySelectorAll(`[data-comments="${id}"]`)) {
    const before = element.textContent ?? "";
    const said = sayCount(words.discuss, count, locale);
    // A link whose label goes on: "Discuss 3: the argument's title".
    const label = element.getAttribute("aria-label");
    if (label?.startsWith(before)) {
      element.setAttribute("aria-label", said + label.slice(before.length));
    }
    setText(element, said);
  }
}
