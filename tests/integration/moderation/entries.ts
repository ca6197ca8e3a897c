/** Entries of the log, appended as commands append them. */
import { db } from "@/lib/db/client";
import { appendEntry, type NewEntry } from "@/lib/moderation/commands/append-entry";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";

/** A debate with an argument and a comment by one person, and a moderator. */
export async function scene(wanted: Parameters<typeof createDebate>[1] = {}) {
  const [author, moderator] = [await createUser(db), await createUser(db, { name: "Mo Derator" })];
  const debate = await createDebate(db, wanted);
  const debateId = debate.id;
  const argument = await createArgument(db, { debateId, authorId: author.id });
  const comment = await createComment(db, {
    debateId,
    argumentId: argument.id,
    authorId: author.id,
  });
  return { author, moderator, debate, argument, comment };
}
export type Scene = Awaited<ReturnType<typeof scene>>;

export const aboutArgument = ({ debate, argument }: Scene): NewEntry["about"] => ({
  target: "ARGUMENT",
  debateId: debate.id,
  argumentId: argument.id,
});

export const aboutComment = ({ debate, argument, comment }: Scene): NewEntry["about"] => ({
  target: "COMMENT",
  debateId: debate.id,
  argumentId: argument.id,
  commentId: comment.id,
});

/** An argument hidden as spam, unless told otherwise. */
export function append(at: Scene, wanted: Partial<NewEntry> = {}): Promise<number> {
  return db.$transaction((tx) =>
    appendEntry(tx, {
      action: "HIDE",
      about: aboutArgument(at),
      actorId: at.moderator.id,
      personId: at.author.id,
      ground: "SPAM",
      publicReason: "It sells something.",
      ...wanted,
    }),
  );
}
