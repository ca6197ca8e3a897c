"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import { fieldsOf, keepDraft, markSent, readKeptDraft } from "@/components/arguments/composer/kept-draft";
import { idle } from "@/lib/actions/form-state";
import { saveDraftAction } from "@/lib/arguments/actions";

/** How long typing rests before the words go to the server, in milliseconds. */
const rest = 3000;

/**
 * Keeps what is typed in a comment's form: in this tab at once, on the server when typing rests.
 * Words kept in this tab come back into an empty form.
 */
export function useCommentDraft({
  form,
  name,
  slug,
  saved,
}: {
  form: RefObject<HTMLFormElement | null>;
  name: string;
  slug: string;
  /** The words the server had, shown already. */
  saved: string | undefined;
}) {
  const [note, setNote] = useState<"kept" | "saved" | null>(saved ? "kept" : null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const area = form.current?.elements.namedItem("body");
    const body = readKeptDraft(name)?.body?.[0];
    if (area instanceof HTMLTextAreaElement && body && body !== area.value) {
      area.value = body;
      setNote("kept");
    }
    return () => clearTimeout(timer.current);
  }, [form, name]);

  const keep = () => {
    if (!form.current) return;
    const fields = fieldsOf(form.current);
    keepDraft(name, fields);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void saveOnServer(slug, name, fields.body?.[0] ?? "").then((ok) => setNote(ok ? "saved" : null));
    }, rest);
  };
  const sent = () => {
    clearTimeout(timer.current);
    markSent(name);
  };
  return { note, keep, sent };
}

/** @returns whether the words are kept; without a connection this tab still has them. */
async function saveOnServer(slug: string, name: string, body: string): Promise<boolean> {
  const data = new FormData();
  data.set("debate", slug);
  data.set("form", name);
  data.set("values", JSON.stringify({ body }));
  try {
    return (await saveDraftAction(idle, data)).status === "ok" && body !== "";
  } catch {
    return false;
  }
}
