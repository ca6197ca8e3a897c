import type { Here } from "./schema";

/** Server-Sent Events as bytes (HTML standard, section 9.2). */
export const wire = {
  change: (id: number, payload: string) =>
    Buffer.from(`id: ${id}\nevent: change\ndata: ${payload}\n\n`),
  here: (here: Here) => Buffer.from(`event: here\ndata: ${JSON.stringify(here)}\n\n`),
  /** What was missed is not there any more: whoever hears this reads everything anew. */
  reset: (id: number) => Buffer.from(`id: ${id}\nevent: reset\ndata: {}\n\n`),
  /** The beginning: when to come back after a cut, and where to resume from. */
  begin: (id: number) => Buffer.from(`retry: 2000\nid: ${id}\n\n`),
  beat: Buffer.from(":\n\n"),
  /** The reader is not who they were any more: signed out, suspended or banned. */
  ended: Buffer.from("event: ended\ndata: {}\n\n"),
  /** The end: come back after that many milliseconds. */
  end: (milliseconds: number) => Buffer.from(`retry: ${milliseconds}\n\n`),
} as const;

/** The id that a reader resumes from; null when there is none, or it is not one of ours. */
export function resumeFrom(lastEventId: string | null | undefined): number | null {
  return lastEventId && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : null;
}

/** Nothing on the way may keep, change or hold back a stream. */
export const streamHeaders = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
  "X-Content-Type-Options": "nosniff",
  "Access-Control-Allow-Origin": "*",
  Vary: "Authorization, Cookie",
} as const;
