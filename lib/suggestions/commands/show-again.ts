import "server-only";
import { writeChange } from "@/lib/arguments/commands/change";
import { cite } from "@/lib/arguments/commands/content";
import { lockCounts } from "@/lib/arguments/commands/curate";
import { isSubstantial } from "@/lib/arguments/substance";
import type { Transaction } from "@/lib/db/client";
import { tellOfMentions } from "@/lib/notifications/commands/tell";
import { writeMentions } from "@/lib/discussion/commands/write-mentions";
import { happened } from "@/lib/live/happenings";
import { lastClosing } from "@/lib/moderation/commands/last-closing";
import { lockThing } from "@/lib/moderation/commands/thing";
import { refusePurged } from "@/lib/purges/commands/refuse-purged";
import { DomainError } from "@/lib/shared/errors";
import type { DebateItemRef } from "@/lib/shared/ids";
import { askAgain } from "@/lib/voting/commands/survive";
import type { Contents, Suggested } from "../schema";
import type { Accepting, Publication } from "./publish";

/**
 * Shows the argument or comment again that the same suggestion was before accepting it was taken back,
 * with the words that are accepted now: its votes and replies are still there. The suggestion is locked.
 *
 * @throws DomainError DEBATE_NOT_OPEN, PURGED or PURGE_WAITS, LATER_FIRST when it was hidden besides
 */
export async function showAgain(
  tx: Transaction,
  at: Accepting & { suggestion: DebateItemRef; madeId: number },
  { kind, content }: Suggested,
): Promise<Publication> {
  const { debate, madeId: id } = at;
  const ref = { debateId: debate.id, id };
  if (kind === "ARGUMENT") {
    const about = { target: "ARGUMENT", debateId: debate.id, argumentId: id } as const;
    await assertShowable(tx, at, about);
    await showArgument(tx, at, ref, content);
    return { about, madeId: id, happenings: [happened(ref, "RESTORED")], entry: null, did: {} };
  }
  if (kind !== "COMMENT") throw new Error(`A ${kind} stands nowhere by itself.`);
  const argument = { debateId: debate.id, id: at.argumentId! };
  const place = { debateId: debate.id, argumentId: argument.id };
  const about = { target: "COMMENT", ...place, commentId: id } as const;
  await assertShowable(tx, at, about);
  await showComment(tx, ref, content);
  return { about, madeId: id, happenings: [happened(argument, "COMMENTED")], entry: null, did: {} };
}

type About = Extract<Publication["about"], { target: "ARGUMENT" | "COMMENT" }>;

/** Locks it, and lets it be shown. */
async function assertShowable(
  tx: Transaction,
  { editor, suggestion: { debateId, id } }: { editor: { id: number }; suggestion: DebateItemRef },
  about: About,
): Promise<void> {
  const thing = await lockThing(tx, about, editor.id);
  if (thing.debateStatus !== "OPEN") throw new DomainError("DEBATE_NOT_OPEN");
  await refusePurged(tx, about);
  if ((await lastClosing(tx, about)) !== undefined) throw new DomainError("LATER_FIRST");
  await tx.suggestion.update({
    where: { debateId_id: { debateId, id } },
    data: { status: "ACCEPTED", answeredById: editor.id, answeredAt: new Date() },
    select: { id: true },
  });
}

async function showArgument(
  tx: Transaction,
  { editor, author, reason }: Accepting,
  ref: DebateItemRef,
  { title, body, sources, factIds }: Contents["ARGUMENT"],
): Promise<void> {
  const { debate, ...before } = await tx.argument.findUniqueOrThrow({
    where: { debateId_id: ref },
    select: {
      ...{ title: true, body: true, version: true, authorId: true },
      debate: { select: { slug: true } },
    },
  });
  const cited = await cite(tx, ref, author.id, { sources, factIds });
  await lockCounts(tx, ref.debateId, [ref.id]);
  const { version } = await writeChange(
    tx,
    editor,
    ref,
    { ...before, slug: debate.slug },
    { change: "RESTORED", title, body, reason, status: "LIVE", cited, logged: true },
  );
  if (isSubstantial(before, { title, body })) await askAgain(tx, ref, version);
}

async function showComment(
  tx: Transaction,
  ref: DebateItemRef,
  { body }: Contents["COMMENT"],
): Promise<void> {
  const before = await tx.comment.findUniqueOrThrow({
    where: { debateId_id: ref },
    select: { body: true },
  });
  const same = before.body === body;
  await tx.comment.update({
    where: { debateId_id: ref },
    data: {
      ...{ status: "LIVE", version: { increment: 1 } },
      ...(same ? {} : { body, editedAt: new Date() }),
    },
    select: { id: true },
  });
  if (same) return;
  await writeMentions(tx, ref, body);
  await tellOfMentions(tx, ref);
}
