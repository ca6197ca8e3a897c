import "server-only";
import { db } from "@/lib/db/client";
import type { Permission } from "@/lib/shared/permission";
import { isModerator, type Viewer } from "@/lib/shared/viewer";
import { parsePublicId } from "@/lib/shared/ids";
import { canCurateArgument, canCurateDebate } from "../curation";
import {
  argumentActs,
  debateActs,
  type ArgumentAct,
  type DebateAct,
  type ModerationAction,
} from "../vocabulary";

/** What a curator can do here, and the entries that stand and can be taken back. */
export type Curation<Act extends string> = {
  can: Record<Act, Permission>;
  /** By act, the newest entry that nobody has taken back. */
  standing: Partial<Record<Act, number>>;
};
export type DebateCuration = Curation<DebateAct> & { slowMinutes: number | null };
export type ArgumentCuration = Curation<ArgumentAct>;

/** What a debate's editors and moderators can do to it. Null for everybody else. */
export async function getDebateCuration(
  viewer: Viewer | null,
  slug: string,
): Promise<DebateCuration | null> {
  if (!viewer) return null;
  const debate = await db.debate.findUnique({
    where: { slug },
    select: { id: true, status: true, locked: true, featured: true, slowMinutes: true },
  });
  if (!debate || debate.status === "DRAFT") return null;
  const viewerIsEditor = await isEditor(viewer, debate.id);
  if (!viewerIsEditor && !isModerator(viewer)) return null;
  const facts = { ...debate, debateStatus: debate.status, viewerIsEditor };
  // Slow mode can be set to some other number of minutes, whatever it is now.
  const other = debate.slowMinutes === null ? 1 : null;
  return {
    can: permissions(debateActs, (act) => canCurateDebate(viewer, act, facts, other)),
    standing: await standing(debateActs, { target: "DEBATE", debateId: debate.id }),
    slowMinutes: debate.slowMinutes,
  };
}

/** What the debate's editors and moderators can do to an argument. Null for everybody else. */
export async function getArgumentCuration(
  viewer: Viewer | null,
  id: string,
): Promise<ArgumentCuration | null> {
  const ref = parsePublicId(id);
  if (!viewer || !ref) return null;
  const viewerIsEditor = await isEditor(viewer, ref.debateId);
  if (!viewerIsEditor && !isModerator(viewer)) return null;
  const argument = await db.argument.findUnique({
    where: { debateId_id: ref },
    select: {
      authorId: true,
      status: true,
      locked: true,
      featured: true,
      debate: { select: { status: true } },
    },
  });
  if (!argument || argument.debate.status === "DRAFT") return null;
  const { debate, status, ...rest } = argument;
  const facts = { ...rest, live: status === "LIVE", debateStatus: debate.status, viewerIsEditor };
  const { debateId, id: argumentId } = ref;
  return {
    can: permissions(argumentActs, (act) => canCurateArgument(viewer, act, facts)),
    standing: await standing(argumentActs, { target: "ARGUMENT", debateId, argumentId }),
  };
}

async function isEditor(viewer: Viewer, debateId: number): Promise<boolean> {
  const role = await db.debateRole.findUnique({
    where: { debateId_userId_role: { debateId, userId: viewer.id, role: "EDITOR" } },
    select: { userId: true },
  });
  return role !== null;
}

function permissions<Act extends string>(
  acts: readonly Act[],
  rule: (act: Act) => Permission,
): Record<Act, Permission> {
  return Object.fromEntries(acts.map((act) => [act, rule(act)])) as Record<Act, Permission>;
}

type Place =
  | { target: "DEBATE"; debateId: number }
  | { target: "ARGUMENT"; debateId: number; argumentId: number };

async function standing<Act extends ModerationAction>(
  acts: readonly Act[],
  place: Place,
): Promise<Partial<Record<Act, number>>> {
  const rows = await db.moderationEntry.findMany({
    where: { ...place, action: { in: [...acts] }, undoneBy: null },
    orderBy: { id: "asc" },
    select: { id: true, action: true },
  });
  return Object.fromEntries(rows.map(({ id, action }) => [action, id])) as Partial<
    Record<Act, number>
  >;
}
