import "server-only";
import { assertVoice } from "@/lib/auth/standing";
import type { Transaction } from "@/lib/db/client";
import { translator } from "@/lib/i18n/translator";
import { DomainError } from "@/lib/shared/errors";
import type { DebateItemRef } from "@/lib/shared/ids";
import type { Actor } from "@/lib/shared/viewer";
import type { Named } from "../curation-schema";
import type { CuratedFacts, Other, Placed } from "../placement";
import { visibilityOf, type Visibility } from "../visibility";
import { lockTree } from "./lock-tree";

/** What stands in the log of an argument as it was. */
export type Snapshot = { title: string; body: string; version: number; status: string };

export type Curated = CuratedFacts & {
  ref: DebateItemRef;
  slug: string;
  handle: string;
  version: number;
  visibility: Visibility;
  mergedIntoId: number | null;
  snapshot: Snapshot;
};

/** What keeps an argument as visible as it is, whatever else changes about it. */
export function asVisible({ argument, visibility, mergedIntoId }: Curated) {
  return {
    status: argument.status,
    curated: visibility === "CURATED" || visibility === "HIDDEN",
    withheld: visibility === "HIDDEN",
    mergedIntoId,
  };
}

/**
 * Locks an argument with everything below it, for somebody who wants to curate it.
 *
 * @param version that was looked at; undefined for whatever there is
 * @throws DomainError NOT_FOUND, or STALE_VERSION with what is stored now
 */
export async function lockForCuration(
  tx: Transaction,
  actor: Actor,
  { id: ref, version }: { id: DebateItemRef; version?: number | undefined },
): Promise<Curated> {
  await assertVoice(tx, actor);
  await lockTree(tx, ref.debateId);
  const curated = await lockBranch(tx, actor.id, ref);
  if (curated.debateStatus === "DRAFT") throw new DomainError("NOT_FOUND");
  if (version !== undefined && curated.version !== version) {
    const { title, body } = curated.snapshot;
    throw new DomainError("STALE_VERSION", { current: { version: curated.version, title, body } });
  }
  return curated;
}

/** Locks an argument with everything below it. @throws DomainError NOT_FOUND */
export async function lockBranch(
  tx: Transaction,
  viewerId: number,
  ref: DebateItemRef,
): Promise<Curated> {
  const { debateId, id } = ref;
  await tx.$executeRaw`SELECT lock_subtree(${debateId}, ${id})`;
  const argument = await tx.argument.findUnique({
    where: { debateId_id: { debateId, id } },
    select: {
      ...placedSelect,
      title: true,
      body: true,
      version: true,
      curated: true,
      withheld: true,
      mergedIntoId: true,
      author: { select: { handle: true } },
      debate: {
        select: {
          slug: true,
          status: true,
          roles: { where: { userId: viewerId, role: "EDITOR" }, select: { userId: true } },
        },
      },
    },
  });
  if (!argument) throw new DomainError("NOT_FOUND");
  const { debate, author, title, body, version, status } = argument;
  return {
    ref,
    argument: {
      ...placedOf(argument),
      levelsBelow: await levelsBelow(tx, debateId, argument.path),
    },
    slug: debate.slug,
    handle: author.handle,
    debateStatus: debate.status,
    viewerIsEditor: debate.roles.length > 0,
    version,
    visibility: visibilityOf(argument),
    mergedIntoId: argument.mergedIntoId,
    snapshot: { title, body, version, status },
  };
}

const placedSelect = {
  id: true,
  parentId: true,
  stance: true,
  path: true,
  status: true,
  authorId: true,
} as const;

function placedOf({ id, parentId, stance, path, status, authorId }: Omit<Placed, "levelsBelow">) {
  return { id, parentId, stance, path, status, authorId };
}

async function levelsBelow(tx: Transaction, debateId: number, path: number[]): Promise<number> {
  const [row] = await tx.$queryRaw<{ deepest: number }[]>`
    SELECT max(cardinality(path)) AS deepest FROM arguments
    WHERE debate_id = ${debateId} AND path >= ${path}::int[] AND path < ${after(path)}::int[]`;
  return row!.deepest - path.length;
}

/** The first number behind everything that begins with this one. */
function after(path: readonly number[]): number[] {
  return [...path.slice(0, -1), path.at(-1)! + 1];
}

/**
 * Finds and locks the argument that somebody named in a field; null is the motion.
 * @throws DomainError INVALID_INPUT at the field when the debate has none such
 */
export async function findNamed(
  tx: Transaction,
  debateId: number,
  named: Named,
  field: string,
): Promise<Other | null> {
  if (named === null) return null;
  const foreign = "id" in named && named.debateId !== debateId;
  const found = foreign
    ? null
    : await tx.argument.findFirst({
        where: {
          debateId,
          ...("id" in named ? { id: named.id } : { path: { equals: named.path } }),
        },
        select: { id: true },
      });
  if (!found) {
    const words = translator("moderation")("flag.notHere");
    throw new DomainError("INVALID_INPUT", { fields: { [field]: [words] } });
  }
  await tx.$executeRaw`
    SELECT FROM arguments WHERE debate_id = ${debateId} AND id = ${found.id} FOR NO KEY UPDATE`;
  const { id, path, status, authorId } = await tx.argument.findUniqueOrThrow({
    where: { debateId_id: { debateId, id: found.id } },
    select: placedSelect,
  });
  return { id, path, status, authorId };
}

/** Keeps votes on these arguments waiting until the end of the transaction. */
export async function lockCounts(
  tx: Transaction,
  debateId: number,
  ids: readonly (number | null)[],
): Promise<void> {
  const known = ids.filter((id) => id !== null);
  await tx.$executeRaw`
    SELECT FROM argument_counts WHERE debate_id = ${debateId} AND argument_id = ANY (${known}::int[])
    ORDER BY argument_id FOR NO KEY UPDATE`;
}
