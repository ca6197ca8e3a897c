import "server-only";
import { randomBytes } from "node:crypto";
import { db } from "@/lib/db/client";
import { readingContext } from "@/lib/debates/queries/context";
import { env, siteUrl } from "@/lib/env";
import { routes } from "@/lib/routes";
import { DomainError } from "@/lib/shared/errors";
import { processWide } from "@/lib/shared/process-wide";
import type { Viewer } from "@/lib/shared/viewer";
import type { Bundle, BundleLogEntry, Stream } from "../bundle";
import { readHead, readPeople } from "./read-head";
import { readArguments, readComments, readRevisions, readVotes } from "./read-lists";
import { readLog } from "./read-log";
import { readLengths, type ListLengths } from "./read-lengths";

export type DebateSnapshot = Bundle & {
  log: () => Stream<BundleLogEntry>;
  /** How long each list is. */
  lengths: () => Promise<ListLengths>;
};

/** Each holds a connection for as long as its reader takes. */
const atOnce = 3;
/** In milliseconds. */
const longestSnapshot = 15 * 60_000;
const busy = processWide("exports", () => ({ count: 0 }));

/** The debate's id, when the viewer may read it: drafts are for their editors and moderators. */
export async function exportableDebate(
  slug: string,
  viewer: Viewer | null,
): Promise<{ id: number; slug: string } | null> {
  const context = await readingContext({ slug }, viewer);
  return context && { id: context.debate.id, slug: context.debate.slug };
}

/**
 * Shows `work` a debate as it stands at one moment, whatever is written meanwhile. For readers who
 * wait for it: not too many at once.
 *
 * @throws DomainError UNAVAILABLE when several exports are under way already
 */
export async function withSnapshot<T>(
  debate: { id: number; slug: string },
  work: (snapshot: DebateSnapshot) => Promise<T>,
): Promise<T> {
  if (busy.count >= atOnce) throw new DomainError("UNAVAILABLE", { retryAfterSeconds: 10 });
  busy.count += 1;
  try {
    return await withSnapshotInBackground(debate, work);
  } finally {
    busy.count -= 1;
  }
}

/** The same for work of which somebody else sees to it that it is not done too often at once. */
export async function withSnapshotInBackground<T>(
  debate: { id: number; slug: string },
  work: (snapshot: DebateSnapshot) => Promise<T>,
): Promise<T> {
  return db.$transaction(
    async (tx) => {
      const { list: people, refs } = await readPeople(tx, debate.id);
      const reading = { tx, debateId: debate.id, refs };
      const key = new Uint8Array(randomBytes(32));
      const head = await readHead(tx, debate.id, {
        exportedAt: new Date(),
        origin: `${siteUrl()}${routes.debate(debate.slug)}`,
        licence: env.CONTENT_LICENCE,
        people,
      });
      return work({
        head,
        arguments: () => readArguments(reading),
        revisions: () => readRevisions(reading),
        votes: () => readVotes(reading, key),
        comments: () => readComments(reading),
        log: () => readLog(reading),
        lengths: () => readLengths(reading),
      });
    },
    { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: longestSnapshot },
  );
}
