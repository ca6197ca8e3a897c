import "server-only";
import { withheldTitle } from "@/lib/arguments/withheld";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { siteUrl } from "@/lib/env";
import { routes } from "@/lib/routes";
import { publicId } from "@/lib/shared/ids";
import { summarise } from "@/lib/voting/rules";

/** What triggers and commands write down of an event: ids, never words. */
export const subjectSchema = z.object({
  debateId: z.int().optional(),
  argumentId: z.int().optional(),
  commentId: z.int().optional(),
});
type Subject = z.infer<typeof subjectSchema>;

type Delivery = { id: string; event: string; payload: unknown; createdAt: Date };

const author = { select: { handle: true, name: true, status: true } } as const;

function toAuthor(person: { handle: string; name: string; status: string }) {
  return person.status === "ERASED" ? null : { handle: person.handle, name: person.name };
}

/**
 * The body of a delivery, with the words as they are now: what was deleted meanwhile is not sent.
 * @returns null when it is about a debate that is not public (any more)
 */
export async function bodyOf(delivery: Delivery): Promise<Record<string, unknown> | null> {
  const head = {
    id: delivery.id,
    event: delivery.event,
    at: delivery.createdAt.toISOString(),
  };
  const subject = subjectSchema.parse(delivery.payload);
  if (subject.debateId === undefined) return head;
  const debate = await db.debate.findFirst({
    where: { id: subject.debateId, status: { not: "DRAFT" } },
    select: { slug: true, title: true, status: true },
  });
  if (!debate) return null;
  const body = { ...head, debate: { ...debate, url: siteUrl() + routes.debate(debate.slug) } };
  const argument = await argumentOf(debate.slug, subject);
  const comment = await commentOf(debate.slug, subject);
  return { ...body, ...(argument ? { argument } : {}), ...(comment ? { comment } : {}) };
}

async function argumentOf(slug: string, { debateId, argumentId }: Subject) {
  if (debateId === undefined || argumentId === undefined) return null;
  const row = await db.argument.findUnique({
    where: { debateId_id: { debateId, id: argumentId } },
    select: {
      parentId: true,
      path: true,
      stance: true,
      title: true,
      body: true,
      status: true,
      withheld: true,
      version: true,
      author,
      counts: true,
    },
  });
  if (!row) return null;
  const { path, parentId, counts, author: person, withheld, ...rest } = row;
  const id = publicId({ debateId, id: argumentId });
  return {
    id,
    number: path.join("."),
    parentId: parentId === null ? null : publicId({ debateId, id: parentId }),
    ...rest,
    ...(withheld ? { title: withheldTitle(), body: "" } : {}),
    author: toAuthor(person),
    votes: counts ? summarise(counts) : null,
    url: siteUrl() + routes.argument(slug, id),
  };
}

async function commentOf(slug: string, { debateId, argumentId, commentId }: Subject) {
  if (debateId === undefined || argumentId === undefined || commentId === undefined) return null;
  const row = await db.comment.findUnique({
    where: { debateId_id: { debateId, id: commentId } },
    select: { replyToId: true, body: true, status: true, version: true, author },
  });
  if (!row) return null;
  const { replyToId, author: person, ...rest } = row;
  const id = publicId({ debateId, id: commentId });
  return {
    id,
    replyToId: replyToId === null ? null : publicId({ debateId, id: replyToId }),
    ...rest,
    ...(rest.status === "LIVE" ? {} : { body: "" }),
    author: toAuthor(person),
    url: siteUrl() + routes.comment(slug, publicId({ debateId, id: argumentId }), id),
  };
}
