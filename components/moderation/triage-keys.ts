import { useEffect, type RefObject } from "react";
import { singleKeysAreOn } from "@/components/keyboard/setting";

const writing = "input:not([type=radio]), textarea, select, [contenteditable]";

/** Which key chooses which decision. */
export const decisionKeys = {
  a: ["KEEP", "APPROVE", "OVERTURN"],
  h: ["HIDE"],
  r: ["ARCHIVE", "DECLINE", "UPHOLD"],
  w: ["WARN"],
  b: ["ASK_BACK"],
} as const;

/** The key that chooses a decision. */
export function keyOf(decision: string): string | undefined {
  const entries = Object.entries<readonly string[]>(decisionKeys);
  return entries.find(([, values]) => values.includes(decision))?.[0];
}

/**
 * Single keys for whoever works through a queue: a, h, r, w and b choose a decision and lead to the
 * reason; other keys press what carries them (`data-key`): n leads to the note, e to passing it on,
 * m to the merge, u takes the last decision back, s goes to the next thing, x ticks the thing of a list
 * that has the focus. Ctrl and Enter send. While a form is on its way letters do nothing: what is typed
 * on must not fall on it, nor on the next thing.
 */
export function useTriageKeys(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
      const inForm = target instanceof Node && form.current?.contains(target);
      if (defaultPrevented) return;
      const sent = formOnItsWay();
      if (sent) {
        const elsewhere =
          target instanceof Element && target.closest(writing) && !sent.contains(target);
        const letter = key.length === 1 && !ctrlKey && !metaKey && !altKey;
        if (!elsewhere && (letter || key === "Enter")) event.preventDefault();
        return;
      }
      if ((ctrlKey || metaKey) && key === "Enter") {
        const quick = target instanceof Element ? target.closest("form") : null;
        const sent = inForm ? form.current : quick?.matches("[data-quick]") ? quick : null;
        if (!sent) return;
        event.preventDefault();
        return sent.requestSubmit();
      }
      if (ctrlKey || metaKey || altKey || !singleKeysAreOn()) return;
      if (target instanceof Element && target.closest(writing)) return;
      if (actOn(key, form.current)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [form]);
}

/** The form that was sent, and what comes of it is not shown yet: its button says so. */
function formOnItsWay(): HTMLFormElement | null {
  return document.querySelector('main form:has(button[aria-disabled="true"])');
}

/** @returns whether the key meant something */
function actOn(key: string, form: HTMLFormElement | null): boolean {
  const elsewhere = document.querySelector<HTMLElement>(`main [data-key="${CSS.escape(key)}"]`);
  if (elsewhere) {
    if (!elsewhere.matches("details[open] > summary")) elsewhere.click();
    const field = elsewhere.matches("textarea") ? elsewhere : fieldBeside(elsewhere);
    field?.focus();
    return true;
  }
  if (key === "x") return tick();
  if (!form) return false;
  if (!Object.hasOwn(decisionKeys, key)) return false;
  const choices = decisionKeys[key as keyof typeof decisionKeys].map(
    (value) => `:is([name="decision"], [name="outcome"])[value="${value}"]`,
  );
  const choice = form.querySelector<HTMLInputElement>(choices.join());
  if (!choice) return false;
  choice.click();
  form.querySelector<HTMLElement>('[name="publicReason"]')?.focus();
  return true;
}

/** Ticks the thing that has the focus. */
function tick(): boolean {
  const row = document.activeElement?.closest("article");
  const box = row?.querySelector<HTMLInputElement>('[name="pick"]');
  box?.click();
  return Boolean(box);
}

/** What was opened by its key is written in at once. */
function fieldBeside(element: HTMLElement): HTMLElement | null {
  return element.closest("details[open]")?.querySelector<HTMLElement>("textarea") ?? null;
}
