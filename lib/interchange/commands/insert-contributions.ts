import "server-only";
import type { BundleComment, BundleVote, Stream } from "../bundle";
import { inBatches } from "../streams";
import type { Tree } from "./insert-tree";
import { idOf, personOf, reserveIds, type Place } from "./known";

/** Inserts the votes, each on its argument as it stands in the file. */
export async function insertVotes(
  { tx, debateId, onInserted }: Place,
  votes: Stream<BundleVote>,
  tree: Tree,
  voters: ReadonlyMap<string, number>,
): Promise<void> {
  for await (const batch of inBatches(votes, 5000)) {
    const on = batch.map(({ argument }) => tree.get(argument)!);
    await tx.$executeRaw`
      INSERT INTO impact_votes
        (debate_id, argument_id, user_id, impact, parent_id, stance, version, created_at, updated_at)
      SELECT ${debateId}, argument, voter, impact, parent, stance::"Stance", version, at, at
      FROM unnest(${on.map(({ id }) => id)}::int[],
                  ${batch.map(({ voter }) => idOf(voters, voter))}::int[],
                  ${batch.map(({ impact }) => impact)}::smallint[],
                  ${on.map(({ parentId }) => parentId)}::int[],
                  ${on.map(({ stance }) => stance)}::text[],
                  ${batch.map(({ version }) => version)}::int[],
                  ${batch.map(({ at }) => new Date(at).toISOString())}::timestamptz[])
        AS v(argument, voter, impact, parent, stance, version, at)`;
    onInserted(batch.length);
  }
}

/** Inserts the comments in the file's order, in which each comes after the one it answers. */
export async function insertComments(
  place: Place,
  comments: Stream<BundleComment>,
  tree: Tree,
): Promise<void> {
  const { tx, debateId, onInserted } = place;
  const inserted = new Map<number, { id: number; threadId: number }>();
  for await (const batch of inBatches(comments, 1000)) {
    const ids = await reserveIds(tx, "comments", batch.length);
    batch.forEach(({ id, replyTo }, index) => {
      const answered = replyTo === null ? undefined : inserted.get(replyTo)!;
      inserted.set(id, { id: ids[index]!, threadId: answered?.threadId ?? ids[index]! });
    });
    await tx.comment.createMany({
      data: batch.map((comment) => ({
        ...inserted.get(comment.id)!,
        debateId,
        argumentId: tree.get(comment.argument)!.id,
        replyToId: comment.replyTo === null ? null : inserted.get(comment.replyTo)!.id,
        authorId: personOf(place, comment.author),
        body: comment.deleted ? "" : comment.body,
        status: comment.deleted ? ("DELETED" as const) : ("LIVE" as const),
        version: comment.version,
        createdAt: comment.createdAt,
        editedAt: comment.editedAt,
      })),
    });
    onInserted(batch.length);
  }
}
