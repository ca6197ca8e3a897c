import { createRoute, z } from "@hono/zod-openapi";
import { getMember, listMemberArguments, listMemberComments } from "@/lib/accounts/queries/member";
import type { ContributionView } from "@/lib/accounts/view";
import { DomainError } from "@/lib/shared/errors";
import { siteRoles } from "@/lib/shared/viewer";
import { router } from "../router";
import { json, pageOf, pageQuery, refusalsOf, timeSchema } from "../shapes/page";

export const members = router();

const handleParam = z.object({
  handle: z
    .string()
    .regex(/^[A-Za-z0-9_-]{2,30}$/)
    .openapi({ example: "ada" }),
});

const memberJson = z
  .object({
    handle: z.string(),
    name: z.string(),
    about: z.string().openapi({ description: "Markdown." }),
    role: z.enum(siteRoles),
    memberSince: timeSchema,
    erased: z.boolean(),
    arguments: z.int(),
    comments: z.int(),
  })
  .openapi("Member");

const contributionJson = z
  .object({
    kind: z.enum(["argument", "comment"]),
    id: z.string(),
    debate: z.object({ slug: z.string(), title: z.string() }),
    argumentId: z.string(),
    title: z.string().openapi({ description: "Of the argument, or of the one commented on." }),
    excerpt: z.string().openapi({ description: "A comment's words; empty for an argument." }),
    createdAt: timeSchema,
  })
  .openapi("Contribution");

/** @throws DomainError NOT_FOUND */
async function readMember(handle: string) {
  const member = await getMember(handle);
  if (!member) throw new DomainError("NOT_FOUND");
  return member;
}

members.openapi(
  createRoute({
    method: "get",
    path: "/users/{handle}",
    tags: ["Members"],
    summary: "What everybody sees of a member",
    request: { params: handleParam },
    responses: { 200: json(memberJson, "The member"), ...refusalsOf.reading },
  }),
  async (c) => {
    const { id: _id, memberSince, ...member } = await readMember(c.req.valid("param").handle);
    return c.json({ ...member, memberSince: memberSince.toISOString() }, 200);
  },
);

for (const [kind, list] of [
  ["arguments", listMemberArguments],
  ["comments", listMemberComments],
] as const) {
  members.openapi(
    createRoute({
      method: "get",
      path: `/users/{handle}/${kind}`,
      tags: ["Members"],
      summary: `A member's ${kind}, newest first`,
      request: { params: handleParam, query: z.object(pageQuery) },
      responses: {
        200: json(pageOf(contributionJson), `A page of ${kind}`),
        ...refusalsOf.reading,
        ...refusalsOf.asking,
      },
    }),
    async (c) => {
      const { id } = await readMember(c.req.valid("param").handle);
      const { cursor, limit } = c.req.valid("query");
      const { items, nextCursor } = await list(id, cursor, limit);
      return c.json({ items: items.map(toContributionJson), nextCursor }, 200);
    },
  );
}

function toContributionJson({ createdAt, ...rest }: ContributionView) {
  return { ...rest, createdAt: createdAt.toISOString() };
}
