import "server-only";
import { parsePublicId, publicId } from "@/lib/shared/ids";
import { getArgument } from "@/lib/arguments/queries/argument";
import { db } from "@/lib/db/client";
import { getDebate } from "@/lib/debates/queries/context";
import { slugSchema } from "@/lib/debates/schema";
import { getComment } from "@/lib/discussion/queries/comments";
import { commentLink } from "@/lib/discussion/links";
import { routes } from "@/lib/routes";
import type { Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import { canFlag, canReportError } from "../rules";
import { factField } from "../schema";

export type Flaggable = {
  target: "ARGUMENT" | "COMMENT" | "PERSON" | "DEBATE";
  /** As the form sends it: a public id, a person's handle, or a debate's slug. */
  id: string;
  /** The number of the fact of a brief; null for all else. */
  fact: number | null;
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
  fact?: string,
): Promise<Flaggable | null> {
  if (target === "debate") return briefToFlag(viewer, id, fact);
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
    ...{ id, fact: null },
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
    ...{ id, fact: null },
    title: comment.body,
    href: commentLink(row.argument.debate.slug, argument, id),
    can: canFlag(viewer, facts),
  };
}

async function briefToFlag(
  viewer: Viewer | null,
  address: string,
  wanted: string | undefined,
): Promise<Flaggable | null> {
  const slug = slugSchema.safeParse(address);
  const number = factField.fact.safeParse(wanted);
  const debate = slug.success && number.success ? await getDebate(slug.data, viewer) : null;
  if (!debate) return null;
  const { status: debateStatus, id: debateId } = debate;
  const brief = {
    target: "DEBATE",
    id: debate.slug,
    href: routes.brief(debate.slug),
  } as const;
  if (number.data === undefined) {
    const can = canReportError(viewer, { debateStatus, struck: false });
    return { ...brief, fact: null, title: debate.title, can };
  }
  const fact = await db.fact.findUnique({
    where: { debateId_number: { debateId, number: number.data } },
    select: { text: true, certainty: true },
  });
  if (!fact) return null;
  return {
    ...{ ...brief, fact: number.data, title: fact.text },
    href: `${brief.href}#F${number.data}`,
    can: canReportError(viewer, { debateStatus, struck: fact.certainty === "STRUCK" }),
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
    ...{ id: handle, fact: null },
    title: person.name,
    href: routes.member(handle),
    can: canFlag(viewer, facts),
  };
}
