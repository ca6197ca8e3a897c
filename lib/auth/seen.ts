import "server-only";
import { db } from "@/lib/db/client";
import { log } from "@/lib/observability/log";
import { processWide } from "@/lib/shared/process-wide";

/** So long the marks are gathered: nobody waits for one, and many are written at once. */
const milliseconds = 2000;

type Marks = { sessions: Set<string>; tokens: Set<number>; timer?: NodeJS.Timeout | undefined };

const marks = () => processWide<Marks>("seen", () => ({ sessions: new Set(), tokens: new Set() }));

/** Notes that a session is in use. */
export function noteSessionSeen(sessionId: string): void {
  marks().sessions.add(sessionId);
  writeSoon();
}

/** Notes that a personal token is in use. */
export function noteTokenUsed(tokenId: number): void {
  marks().tokens.add(tokenId);
  writeSoon();
}

function writeSoon(): void {
  const mine = marks();
  mine.timer ??= setTimeout(() => {
    mine.timer = undefined;
    // The mark is a courtesy: one that is lost is made at the next request.
    writeMarks().catch((error: unknown) => log.warn({ err: error }, "marks of use are not kept"));
  }, milliseconds).unref();
}

/** Writes what was noted. */
export async function writeMarks(): Promise<void> {
  const { sessions, tokens } = marks();
  const [sessionIds, tokenIds] = [[...sessions], [...tokens]];
  sessions.clear();
  tokens.clear();
  const now = new Date();
  if (sessionIds.length > 0) {
    await db.session.updateMany({
      where: { id: { in: sessionIds } },
      data: { lastSeenAt: now },
    });
  }
  if (tokenIds.length > 0) {
    await db.personalToken.updateMany({
      where: { id: { in: tokenIds } },
      data: { lastUsedAt: now },
    });
  }
}
