import type { Db } from "@/lib/db/client";
import { createUser } from "./create-user";

type Wanted = {
  debateId: number;
  argumentId: number;
  replyToId?: number;
  authorId?: number;
  body?: string;
};

/** A comment on an argument, or a reply to another comment, in the thread of that one. */
export async function createComment(db: Db, wanted: Wanted) {
  const { debateId, argumentId, replyToId = null, body = "Which hours do you mean?" } = wanted;
  const authorId = wanted.authorId ?? (await createUser(db)).id;
  const [next] = await db.$queryRaw<
    [{ id: number }]
  >`SELECT nextval(pg_get_serial_sequence('comments', 'id'))::int AS id`;
  const repliedTo =
    replyToId === null
      ? null
      : await db.comment.findUniqueOrThrow({
          where: { debateId_id: { debateId, id: replyToId } },
          select: { threadId: true },
        });
  return db.comment.create({
    data: {
      debateId,
      id: next.id,
      argumentId,
      replyToId,
      threadId: repliedTo?.threadId ?? next.id,
      authorId,
      body,
    },
  });
}
