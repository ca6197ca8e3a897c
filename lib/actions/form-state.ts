/** What a form knows after it was sent. Client-safe. */
export type FormState<Result = unknown> = {
  status: "idle" | "ok" | "error";
  /** In words, ready to show. */
  message?: string;
  /** The error's stable code, for the interface to react to. */
  code?: string;
  /** Messages by field name, ready to show. */
  fieldErrors?: Record<string, string[]>;
  /** What was typed, given back. */
  values?: Record<string, string>;
  /** The reference number of an unexpected error. */
  reference?: string;
  /** For a conflict: what is stored now. */
  current?: Record<string, unknown>;
  result?: Result;
};

export const idle: FormState<never> = { status: "idle" };
