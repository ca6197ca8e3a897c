"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import { idle } from "@/lib/actions/form-state";
import { saveDraftAction } from "@/lib/arguments/actions";
import type { DraftValues } from "@/lib/arguments/draft";
import { asValues, fieldsOf, hasWords, keepDraft, readKeptDraft } from "./kept-draft";

/** Milliseconds between two savings on the server. */
const pause = 2000;

export type DraftState = "none" | "restored" | "kept" | "saved";

/**
 * Keeps what is typed: in this tab at once, and on the server every two seconds for members.
 * `values` are what the form starts with; `generation` changes when they do, as a key for fields.
 *
 * @param form which form, for the tab's storage
 * @param serverForm the server's name of the form for the words typed, or null for nobody signed in
 */
export function useDraft(
  ref: RefObject<HTMLFormElement | null>,
  {
    debate,
    form,
    serverForm,
    stored,
    pending,
  }: {
    debate: string;
    form: string;
    serverForm: ((values: DraftValues) => string | null) | null;
    stored: DraftValues | null;
    /** The form is on its way. */
    pending: boolean;
  },
) {
  const [start, setStart] = useState({ values: stored ?? {}, generation: 0 });
  const [state, setState] = useState<DraftState>(stored ? "restored" : "none");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastForm = useRef<string | null>(null);

  useEffect(() => {
    const kept = readKeptDraft(form);
    if (kept && hasWords(kept)) {
      // The tab's storage is known only in the browser, after the first rendering.
      // eslint-disable-next-line react-hooks/set-state-in-effect
      setStart({ values: asValues(kept), generation: 1 });
      setState("restored");
    }
    return () => clearTimeout(timer.current);
  }, [form]);
  useForgetWhenSent(form, pending);

  async function save() {
    timer.current = undefined;
    if (!ref.current || !serverForm) return;
    const values = asValues(fieldsOf(ref.current));
    const name = serverForm(values);
    if (!name) return;
    const old = lastForm.current;
    lastForm.current = name;
    try {
      if (old && old !== name) await send(debate, old, {});
      const result = await send(debate, name, values);
      setState(result.status === "ok" ? "saved" : "kept");
    } catch {
      setState("kept");
    }
  }

  function onInput() {
    if (!ref.current) return;
    keepDraft(form, fieldsOf(ref.current));
    if (state === "restored" || !serverForm) setState("kept");
    if (serverForm) timer.current ??= setTimeout(() => void save(), pause);
  }

  /** The form is being sent: what is not saved yet need not be. */
  function onSend() {
    clearTimeout(timer.current);
    timer.current = undefined;
  }

  return { ...start, state, onInput, onSend };
}

/** A form that leaves the page while it is on its way was accepted: its words are kept no longer. */
function useForgetWhenSent(form: string, pending: boolean) {
  const onItsWay = useRef(false);
  useEffect(() => {
    onItsWay.current = pending;
  }, [pending]);
  useEffect(
    () => () => {
      if (onItsWay.current) keepDraft(form, {});
    },
    [form],
  );
}

function send(debate: string, form: string, values: DraftValues) {
  const data = new FormData();
  data.set("debate", debate);
  data.set("form", form);
  data.set("values", JSON.stringify(values));
  return saveDraftAction(idle, data);
}
