import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { flag } from "@/lib/moderation/commands/flag";
import { decideReview } from "@/lib/moderation/commands/decide-review";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { reader } from "../api/client";

const canary = "Canary-Wharf-7";

/** A debate in which an argument with an answer, and a comment, were hidden. */
async function hidden() {
  const debate = await createDebate(db);
  const debateId = debate.id;
  const [reporter, moderator] = await Promise.all([
    createUser(db),
    createUser(db, { role: "MODERATOR" }),
  ]);
  const title = `${canary} title`;
  const argument = await createArgument(db, { debateId, title, body: `${canary} body` });
  const answer = await createArgument(db, { debateId, parentId: argument.id, title: "An answer." });
  const comment = await createComment(db, {
    ...{ debateId, argumentId: answer.id, body: `${canary} comment` },
  });
  const spam = { reason: "SPAM", note: "" } as const;
  await flag(asViewer(reporter), {
    target: "ARGUMENT",
    id: { debateId, id: argument.id },
    ...spam,
  });
  await flag(asViewer(reporter), { target: "COMMENT", id: { debateId, id: comment.id }, ...spam });
  const reviews = await db.review.findMany({ where: { debateId } });
  for (const { id, version } of reviews) {
    await decideReview(asViewer({ ...moderator, role: "MODERATOR" }), {
      ...{ review: id, version, decision: "HIDE", ground: "SPAM" },
      ...{ publicReason: "It advertises a shop.", privateNote: "" },
    });
  }
  return {
    slug: debate.slug,
    argument: `${debateId}-${argument.id}`,
    answer: `${debateId}-${answer.id}`,
    comment: `${debateId}-${comment.id}`,
  };
}

it("Reading what was hidden fails wherever a reader looks", async () => {
  const { slug, argument, answer, comment } = await hidden();
  const places = [
    `/debates/${slug}/arguments`,
    `/debates/${slug}/arguments?parent=root`,
    `/debates/${slug}/history`,
    `/debates/${slug}/export?format=json`,
    `/debates/${slug}/export?format=kialo`,
    `/debates/${slug}/export?format=argdown`,
    `/debates/${slug}/export?format=aif`,
    `/debates/${slug}/similar?title=${canary}+title`,
    `/arguments/${argument}`,
    `/arguments/${argument}/thread`,
    `/arguments/${argument}/revisions`,
    `/arguments/${answer}/path`,
    `/arguments/${answer}/comments`,
    `/comments/${comment}`,
    `/search?q=${canary}`,
    `/modlog?debate=${slug}`,
  ];
  for (const place of places) {
    const answer = await reader.ask<unknown>("GET", place);
    expect([place, answer.status < 500]).toEqual([place, true]);
    expect([place, JSON.stringify(answer.body).includes(canary)]).toEqual([place, false]);
  }
});
