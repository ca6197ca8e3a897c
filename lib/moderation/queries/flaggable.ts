import "server-only";
import { parsePublicId, publicId } from "@/lib/shared/ids";
import { getArgument } from "@/lib/arguments/queries/argument";
import { db } from "@/lib/db/client";
import { getComment } from "@/lib/discussion/queries/comments";
import { commentLink } from "@/lib/discussion/links";
import { routes } from "@/lib/routes";
import type { Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import { canFlag } from "../rules";

export type Flaggable = {
  target: "ARGUMENT" | "COMMENT" | "PERSON";
  /** As the form sends it: a public id, or a person's handle. */
  id: string;
  /** The claim, the comment's words, or the person's name. */
  title: string;
  href: string;
  can: Permission;
};

/** What a form to flag says of its thing. Null when it is not there for this viewer. */
export async function getFlaggable(
  viewer: Viewer | null,
  target: string,
  id: string,
): Promise<Flaggable | null> {
  if (target === "argument") return argumentToFlag(viewer, id);
  if (target === "comment") return commentToFlag(viewer, id);
  return target === "person" ? personToFlag(viewer, id) : null;
}

async function argumentToFlag(viewer: Viewer | null, id: string): Promise<Flaggable | null> {
  const argument = await getArgument(id, viewer);
  const ref = parsePublicId(id);
  if (!argument || !ref) return null;
  const row = await db.argument.findUniqueOrThrow({
    where: { debateId_id: ref },
    select: { authorId: true },
  });
  const facts = { debateStatus: null, live: argument.status === "LIVE", ...row };
  return {
    target: "ARGUMENT",
    id,
    title: argument.title,
    href: routes.argument(argument.debate, id),
    can: canFlag(viewer, facts),
  };
}

async function commentToFlag(viewer: Viewer | null, id: string): Promise<Flaggable | null> {
  const comment = await getComment(id, viewer);
  const ref = parsePublicId(id);
  if (!comment || !ref) return null;
  const row = await db.comment.findUniqueOrThrow({
    where: { debateId_id: ref },
    select: {
      authorId: true,
      argumentId: true,
      argument: { select: { debate: { select: { slug: true } } } },
    },
  });
  const facts = { debateStatus: null, live: !comment.deleted, authorId: row.authorId };
  const argument = publicId({ debateId: ref.debateId, id: row.argumentId });
  return {
    target: "COMMENT",
    id,
    title: comment.body,
    href: commentLink(row.argument.debate.slug, argument, id),
    can: canFlag(viewer, facts),
  };
}

async function personToFlag(viewer: Viewer | null, handle: string): Promise<Flaggable | null> {
  const person = await db.user.findUnique({
    where: { handle },
    select: { id: true, name: true, status: true },
  });
  if (!person || person.status === "ERASED") return null;
  const facts = { debateStatus: null, live: person.status === "ACTIVE", authorId: person.id };
  return {
    target: "PERSON",
    id: handle,
    title: person.name,
    href: routes.member(handle),
    can: canFlag(viewer, facts),
  };
}
