import type { DraftValues } from "@/lib/arguments/draft";

/**
 * What is being written, kept in this tab only (sessionStorage): survives a reload, signing in and
 * a failed request. Members' drafts are kept on the server as well.
 */
const prefix = "draft:";

/** The name under which a tab keeps a new argument; `parent` is what it answers, null for the motion. */
export function keptForm(debate: string, parent: string | null): string {
  return `${debate}:reply:${parent ?? "root"}`;
}

/** Fields by name; one that occurs several times (a list of choices) has several values. */
export type KeptDraft = Record<string, string[]>;

/** @returns null when nothing is kept or storage is closed to us. */
export function readKeptDraft(form: string): KeptDraft | null {
  try {
    const text = sessionStorage.getItem(prefix + form);
    return text ? (JSON.parse(text) as KeptDraft) : null;
  } catch {
    return null;
  }
}

/** Keeps a form's fields; none forget the draft. */
export function keepDraft(form: string, fields: KeptDraft): void {
  try {
    if (Object.keys(fields).length === 0) sessionStorage.removeItem(prefix + form);
    else sessionStorage.setItem(prefix + form, JSON.stringify(fields));
  } catch {
    /* Storage is full or closed: the server's draft and the page itself remain. */
  }
}

const notTyped = /^\$|^(submissionKey|debate|parentId|id|version|part)$/;

/** What a person typed into a form, by field. */
export function fieldsOf(form: HTMLFormElement): KeptDraft {
  const fields: KeptDraft = {};
  for (const [name, value] of new FormData(form).entries()) {
    if (typeof value !== "string" || value.trim() === "" || notTyped.test(name)) continue;
    (fields[name] ??= []).push(value);
  }
  return fields;
}

/** As the server keeps them and fields start with them: several values joined by commas. */
export function asValues(fields: KeptDraft): DraftValues {
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [name, values.join(",")]),
  );
}

/** Whether there are words in a draft: a chosen side alone is none. */
export function hasWords(fields: KeptDraft): boolean {
  return Object.keys(fields).some((name) => name !== "stance");
}
