import { useEffect, type RefObject } from "react";
import { singleKeysAreOn } from "@/components/keyboard/setting";

const writing = "input:not([type=radio]), textarea, select, [contenteditable]";

/** Which key chooses which decision. */
export const decisionKeys = {
  a: ["KEEP", "APPROVE"],
  h: ["HIDE"],
  r: ["ARCHIVE", "DECLINE"],
  w: ["WARN"],
  b: ["ASK_BACK"],
} as const;

/**
 * Single keys for whoever works through a queue: a, h, r, w and b choose a decision and lead to the
 * reason, n leads to the private note, s to the next thing; Ctrl and Enter send.
 */
export function useTriageKeys(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
      const inForm = target instanceof Node && form.current?.contains(target);
      if ((ctrlKey || metaKey) && key === "Enter" && inForm) {
        event.preventDefault();
        return form.current?.requestSubmit();
      }
      if (ctrlKey || metaKey || altKey || defaultPrevented || !singleKeysAreOn()) return;
      if (target instanceof Element && target.closest(writing)) return;
      if (actOn(key, form.current)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [form]);
}

/** @returns whether the key meant something */
function actOn(key: string, form: HTMLFormElement | null): boolean {
  const elsewhere = document.querySelector<HTMLElement>(`main [data-key="${CSS.escape(key)}"]`);
  if (elsewhere) {
    elsewhere.click();
    return true;
  }
  if (!form) return false;
  if (key === "n") {
    form.querySelector<HTMLElement>('[name="privateNote"]')?.focus();
    return true;
  }
  if (!Object.hasOwn(decisionKeys, key)) return false;
  const choices = decisionKeys[key as keyof typeof decisionKeys].map(
    (value) => `[name="decision"][value="${value}"]`,
  );
  const choice = form.querySelector<HTMLInputElement>(choices.join());
  if (!choice) return false;
  choice.click();
  form.querySelector<HTMLElement>('[name="publicReason"]')?.focus();
  return true;
}
