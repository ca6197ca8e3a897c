import { processWide } from "@/lib/shared/process-wide";
import type { DebateItemRef } from "@/lib/shared/ids";

/**
 * What happened to one argument or to the debate, as open pages want to hear it. It carries no
 * numbers: whoever passes it on reads what is true by then.
 */
export type Happening = {
  debateId: number;
  /** Null for what happened to the debate as a whole. */
  argumentId: number | null;
  what: ArgumentHappening | "VOTED" | CommentHappening | DebateHappening;
};

/** `LOCKED`: the thread below it was locked, or is no longer. */
export type ArgumentHappening = "ADDED" | "EDITED" | "ARCHIVED" | "RESTORED" | "LOCKED";
/** It was closed, opened again, locked, unlocked, or its slow mode changed. */
export type DebateHappening = "LIFE";
export type CommentHappening = "COMMENTED" | "COMMENT_CHANGED" | "COMMENT_DELETED";

/** The happening `what` at an argument. */
export function happened({ debateId, id }: DebateItemRef, what: Happening["what"]): Happening {
  return { debateId, argumentId: id, what };
}

/** The debate was closed, opened again, locked, unlocked or slowed. */
export function lifeChanged(debateId: number): Happening {
  return { debateId, argumentId: null, what: "LIFE" };
}

type Listener = (happening: Happening) => void;

const listeners = () => processWide("happenings", () => new Set<Listener>());

/** Told by commands after their transaction, whichever bundle they run in. Costs a write nothing. */
export function tellHappened(happening: Happening): void {
  for (const listener of listeners()) listener(happening);
}

/** @returns a function that stops listening */
export function onHappened(listener: Listener): () => void {
  listeners().add(listener);
  return () => listeners().delete(listener);
}
