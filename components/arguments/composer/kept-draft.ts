import type { DraftValues } from "@/lib/arguments/draft";

/**
 * What is being written, kept in this tab only (sessionStorage): survives a reload, signing in and
 * a failed request. Members' drafts are kept on the server as well.
 */
const prefix = "draft:";

/** @returns null when nothing is kept or storage is closed to us. */
export function readKeptDraft(form: string): DraftValues | null {
  try {
    const text = sessionStorage.getItem(prefix + form);
    return text ? (JSON.parse(text) as DraftValues) : null;
  } catch {
    return null;
  }
}

export function keepDraft(form: string, values: DraftValues): void {
  try {
    if (Object.keys(values).length === 0) sessionStorage.removeItem(prefix + form);
    else sessionStorage.setItem(prefix + form, JSON.stringify(values));
  } catch {
    /* Storage is full or closed: the server's draft and the page itself remain. */
  }
}

export function forgetDraft(form: string): void {
  keepDraft(form, {});
}

const notTyped = /^\$|^(submissionKey|debate|parentId|id|version)$/;

/** What a person typed into a form, by field; a field that occurs several times is joined by commas. */
export function typedInto(form: HTMLFormElement): DraftValues {
  const values: DraftValues = {};
  for (const [name, value] of new FormData(form).entries()) {
    if (typeof value !== "string" || value.trim() === "" || notTyped.test(name)) continue;
    values[name] = values[name] === undefined ? value : `${values[name]},${value}`;
  }
  return values;
}

/** Whether there are words in a draft: a chosen side alone is none. */
export function hasWords(values: DraftValues): boolean {
  return Object.keys(values).some((name) => name !== "stance");
}
