import "server-only";
import { assertVoice } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted, type Permission } from "@/lib/shared/permission";
import { isModerator, type Actor } from "@/lib/shared/viewer";
import { canEditBrief, type DebatePlace } from "../editorship";
import type { DebateStatus } from "../schema";
import { briefDraft, type BriefList } from "../vocabulary";
import { logEdit, stateOf } from "./log-edit";

/** A debate whose row is locked for a change. */
export type LockedDebate = DebatePlace & {
  id: number;
  slug: string;
  motion: string;
  version: number;
};

export type ChangedBrief = {
  debate: string;
  version: number;
  part: "decision" | BriefList;
  /** The item of a list that was written; null for what is no list. */
  id: number | null;
};

/**
 * Locks the debate's row, after the rule has agreed. What is not published is there for its editors
 * and moderators alone.
 *
 * @throws DomainError NOT_FOUND, or the rule's refusal
 */
export async function lockDebate(
  tx: Transaction,
  actor: Actor,
  slug: string,
  rule: (actor: Actor, place: DebatePlace) => Permission = canEditBrief,
): Promise<LockedDebate> {
  await assertVoice(tx, actor);
  const [row] = await tx.$queryRaw<
    { id: number; slug: string; motion: string; version: number; status: DebateStatus }[]
  >`SELECT id, slug, motion, version, status::text FROM debates WHERE slug = ${slug} FOR NO KEY UPDATE`;
  if (!row) throw new DomainError("NOT_FOUND");
  const { status: debateStatus, ...debate } = row;
  const role = await tx.debateRole.findFirst({
    where: { debateId: row.id, userId: actor.id, role: "EDITOR" },
    select: { userId: true },
  });
  const viewerIsEditor = role !== null;
  if (debateStatus === "DRAFT" && !viewerIsEditor && !isModerator(actor)) {
    throw new DomainError("NOT_FOUND");
  }
  const place = { debateStatus, viewerIsEditor };
  assertGranted(rule(actor, place));
  return { ...debate, ...place };
}

type Begun = {
  debate: string;
  /** The version the change was begun on. */
  version: number;
  /** Why, where the form asks. */
  reason?: string;
};

/** Which part is changed, and what it says now for whoever began on an old version. */
type Part = {
  part: ChangedBrief["part"];
  /** The item of a list, null for a new one. */
  id?: number | null;
  now?: (tx: Transaction, debateId: number) => Promise<Record<string, string> | null>;
};

/**
 * One change of a debate's brief: a transaction on the debate's locked row that raises its version,
 * forgets the draft of the form it came from, and tells whoever shows the brief. Once readers have
 * seen the debate, the log of moderation says what was changed.
 *
 * @throws DomainError NOT_FOUND, STALE_VERSION with what is stored now, or the refusal of `canEditBrief`
 */
export async function changingBrief(
  actor: Actor,
  { debate: slug, version, reason = "" }: Begun,
  { part, id, now }: Part,
  work: (tx: Transaction, debate: LockedDebate) => Promise<number | null>,
): Promise<ChangedBrief> {
  await limit("changes", actor.id);
  const [debate, written] = await db.$transaction(async (tx) => {
    const locked = await lockDebate(tx, actor, slug);
    if (locked.version !== version) {
      const stored = (await now?.(tx, locked.id)) ?? {};
      const current = { version: locked.version, part: stored };
      throw new DomainError("STALE_VERSION", { current });
    }
    await tx.debate.update({
      where: { id: locked.id },
      data: { version: version + 1 },
      select: { id: true },
    });
    await tx.draft.deleteMany({
      where: { debateId: locked.id, userId: actor.id, form: briefDraft(part, id) },
    });
    // A debate that was brought in from elsewhere has no brief until somebody writes in it.
    await tx.$executeRaw`
      INSERT INTO briefs (debate_id, headline, summary, status_line, decided_by)
      VALUES (${locked.id}, '', '', '', '') ON CONFLICT DO NOTHING`;
    const edit = { debateId: locked.id, actorId: actor.id, part, reason };
    return [locked, await logging(tx, locked, { ...edit, id: id ?? null }, work)] as const;
  });
  tellChanged(...affected.brief(debate.id));
  return { debate: debate.slug, version: version + 1, part, id: written };
}

type Edited = Pick<
  Parameters<typeof logEdit>[1],
  "debateId" | "actorId" | "part" | "id" | "reason"
>;

/** Does the work; what differs then stands in the log, unless nobody has seen the debate yet. */
async function logging(
  tx: Transaction,
  debate: LockedDebate,
  edit: Edited,
  work: (tx: Transaction, debate: LockedDebate) => Promise<number | null>,
): Promise<number | null> {
  if (debate.debateStatus === "DRAFT") return work(tx, debate);
  const before = await stateOf(tx, debate.id, edit);
  const written = await work(tx, debate);
  const id = edit.id ?? written;
  const after = await stateOf(tx, debate.id, { part: edit.part, id });
  await logEdit(tx, { ...edit, id, before, after });
  return written;
}
