import { z } from "zod";
import type { PurgeWords } from "../view";

const snapshotShape = z
  .object({ title: z.string(), name: z.string(), body: z.string(), about: z.string() })
  .partial()
  .catch({});

type EntryWords = { publicReason: string; privateNote: string; snapshot: unknown };

/** All that an entry of the log says in words: its reason, and below it the note and what it was about. */
export function wordsOfEntry(words: EntryWords | null): PurgeWords | null {
  if (!words) return null;
  const {
    title = "",
    name = "",
    body = "",
    about = "",
  } = snapshotShape.parse(words.snapshot ?? {});
  const below = [words.privateNote, title || name, body || about].filter((part) => part !== "");
  return { title: words.publicReason, body: below.join("\n\n") };
}
