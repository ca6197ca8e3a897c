import "server-only";
import { randomBytes } from "node:crypto";
import { handleSkeleton, importedPrefix } from "@/lib/accounts/handles";
import type { Transaction } from "@/lib/db/client";
import type { BundleHead, BundleVote, Stream } from "../bundle";
import { inBatches } from "../streams";
import { reserveIds } from "./known";

/**
 * Accounts for the people in a file. Who they are here is decided with care, because words are put
 * into somebody's mouth: an account of a person here is meant only when this very site signed the
 * file, and the account is older than it. The editors' words stay the editors'. Everybody else gets
 * an account that nobody can sign in as.
 *
 * @param ours whether this site signed the file
 * @returns account ids by the file's names, and an erased account for words without an author
 */
export async function insertPeople(
  tx: Transaction,
  head: BundleHead,
  ours: boolean,
): Promise<{ people: Map<string, number>; erasedId: number }> {
  const people = await knownPeople(tx, head, ours);
  const strangers = head.people.filter(({ ref }) => !people.has(ref));
  for await (const batch of inBatches(strangers, 1000)) {
    const ids = await reserveIds(tx, "users", batch.length);
    await tx.user.createMany({
      data: batch.map(({ name, handle }, index) => ({
        id: ids[index]!,
        ...newHandle(),
        name,
        importedHandle: handle,
        kind: "IMPORTED" as const,
      })),
    });
    batch.forEach(({ ref }, index) => people.set(ref, ids[index]!));
  }
  return { people, erasedId: await insertErased(tx) };
}

async function knownPeople(
  tx: Transaction,
  { people, exportedAt }: BundleHead,
  ours: boolean,
): Promise<Map<string, number>> {
  const known = new Map<string, number>();
  const editors = await tx.user.findFirst({
    where: { kind: "EDITORIAL" },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  if (editors) for (const { ref, editorial } of people) if (editorial) known.set(ref, editors.id);
  if (!ours) return known;
  const handles = people.map(({ handle }) => handle).filter((handle) => handle !== "");
  const accounts = await tx.user.findMany({
    where: { handle: { in: handles }, status: { not: "ERASED" }, createdAt: { lte: exportedAt } },
    select: { id: true, handle: true },
  });
  const byHandle = new Map(accounts.map(({ id, handle }) => [handle, id]));
  for (const { ref, handle } of people) {
    const id = byHandle.get(handle);
    if (id !== undefined) known.set(ref, id);
  }
  return known;
}

async function insertErased(tx: Transaction): Promise<number> {
  const [id] = await reserveIds(tx, "users", 1);
  const handle = `deleted-${id}`;
  await tx.user.create({
    data: {
      id: id!,
      handle,
      handleSkeleton: handle,
      name: "Deleted account",
      kind: "IMPORTED",
      status: "ERASED",
    },
    select: { id: true },
  });
  return id!;
}

/** Takes the erased account away again when nothing was written in its name. */
export async function dropIfUnused(tx: Transaction, erasedId: number): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM users u WHERE u.id = ${erasedId}
      AND NOT EXISTS (SELECT FROM arguments a WHERE a.author_id = u.id)
      AND NOT EXISTS (SELECT FROM argument_revisions r WHERE r.editor_id = u.id)
      AND NOT EXISTS (SELECT FROM comments c WHERE c.author_id = u.id)`;
}

/** One account for each voter of a file; they lead to nobody, here or there. */
export async function insertVoters(
  tx: Transaction,
  votes: Stream<BundleVote>,
): Promise<Map<string, number>> {
  const voters = new Map<string, number>();
  for await (const { voter } of votes) voters.set(voter, 0);
  for await (const batch of inBatches(voters.keys(), 5000)) {
    const ids = await reserveIds(tx, "users", batch.length);
    const made = batch.map(newHandle);
    await tx.$executeRaw`
      INSERT INTO users (id, handle, handle_skeleton, name, kind, imported_handle)
      SELECT id, handle, skeleton, 'Imported voter', 'IMPORTED', ''
      FROM unnest(${ids}::int[], ${made.map(({ handle }) => handle)}::text[],
                  ${made.map((each) => each.handleSkeleton)}::text[]) AS v(id, handle, skeleton)`;
    batch.forEach((voter, index) => voters.set(voter, ids[index]!));
  }
  return voters;
}

function newHandle(): { handle: string; handleSkeleton: string } {
  const handle = `${importedPrefix}${randomBytes(10).toString("hex")}`;
  return { handle, handleSkeleton: handleSkeleton(handle) };
}
