/**
 * What is being written, kept in this tab only (sessionStorage): survives a reload, signing in and
 * a failed request. Members' drafts are kept on the server as well.
 */
const prefix = "draft:";
const sent = "draft-sent";

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

/** Keeps a form's fields, those of the framework and hidden ones aside. */
export function keepDraft(form: string, data: KeptDraft): void {
  try {
    sessionStorage.setItem(prefix + form, JSON.stringify(data));
  } catch {
    /* Storage is full or closed: the server's draft and the page itself remain. */
  }
}

/** Remembers which form was sent; its draft is forgotten once the new argument is seen. */
export function markSent(form: string): void {
  try {
    sessionStorage.setItem(sent, form);
  } catch {
    /* As above. */
  }
}

/** Forgets the draft of the form that was sent last. */
export function forgetSentDraft(): void {
  try {
    const form = sessionStorage.getItem(sent);
    if (form) sessionStorage.removeItem(prefix + form);
    sessionStorage.removeItem(sent);
  } catch {
    /* As above. */
  }
}

/** The fields of a form by name; empty ones are left out. */
export function fieldsOf(form: HTMLFormElement): KeptDraft {
  const fields: KeptDraft = {};
  for (const [name, value] of new FormData(form).entries()) {
    if (typeof value !== "string" || value.trim() === "" || /^\$|^(submissionKey|debate|parentId)$/.test(name)) continue;
    (fields[name] ??= []).push(value);
  }
  return fields;
}
