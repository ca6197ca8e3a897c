import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { decideReview } from "@/lib/moderation/commands/decide-review";
import { flag } from "@/lib/moderation/commands/flag";
import { getOwnAccuracy } from "@/lib/moderation/queries/accuracy";
import { newcomerNote } from "@/lib/suggestions/queries/newcomer";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

const { FIRST_CONTRIBUTIONS_WAIT, HELD_LINKS } = env;
beforeEach(() => void Object.assign(env, { FIRST_CONTRIBUTIONS_WAIT: 2, HELD_LINKS: 3 }));
afterEach(() => void Object.assign(env, { FIRST_CONTRIBUTIONS_WAIT, HELD_LINKS }));

const longAgo = new Date(Date.now() - 90 * 86_400_000);

test("A new member reads where they write what waits, and how much of it is left", async () => {
  const { id: debateId } = await createDebate(db);
  const here = { id: debateId };
  const newcomer = asViewer(await createUser(db));
  expect(await newcomerNote(newcomer, here)).toEqual({ first: 2, links: 3, mentions: 2 });
  await createArgument(db, { debateId, authorId: newcomer.id });
  expect(await newcomerNote(newcomer, here)).toEqual({ first: 1, links: 3, mentions: 2 });
});

test("Others are told nothing; where nothing waits, new members read how many people they may name", async () => {
  const { id: debateId } = await createDebate(db);
  const here = { id: debateId };
  const member = asViewer(await createUser(db, { createdAt: longAgo }));
  for (let n = 0; n < 3; n += 1) await createArgument(db, { debateId, authorId: member.id });
  expect(await newcomerNote(member, here)).toBeNull();
  expect(await newcomerNote(null, here)).toBeNull();
  expect(
    await newcomerNote(asViewer(await createUser(db, { role: "MODERATOR" })), here),
  ).toBeNull();
  Object.assign(env, { FIRST_CONTRIBUTIONS_WAIT: 0, HELD_LINKS: 0 });
  const note = { first: 0, links: 0, mentions: 2 };
  expect(await newcomerNote(asViewer(await createUser(db)), here)).toEqual(note);
});

test("They read the number of links that holds in this debate, not the site's where its editors chose another", async () => {
  const newcomer = asViewer(await createUser(db));
  for (const heldLinks of [1, 0]) {
    const { slug } = await createDebate(db, { heldLinks });
    expect(await newcomerNote(newcomer, { slug })).toMatchObject({ links: heldLinks });
  }
});

test("A reporter reads how often moderators agreed with them, once something was decided", async () => {
  const { id: debateId } = await createDebate(db);
  const reporter = asViewer(await createUser(db));
  const moderator = asViewer(await createUser(db, { role: "MODERATOR" }));
  expect(await getOwnAccuracy(reporter)).toBeNull();
  for (const decision of ["ARCHIVE", "KEEP", "ARCHIVE"] as const) {
    const { id } = await createArgument(db, { debateId });
    await flag(reporter, { target: "ARGUMENT", id: { debateId, id }, reason: "SPAM", note: "" });
    const review = await db.review.findFirstOrThrow({ where: { argumentId: id } });
    const words = { ground: "SPAM", publicReason: "As the rules say.", privateNote: "" } as const;
    const decided = { review: review.id, version: review.version, decision, ...words };
    await decideReview(moderator, decided);
  }
  expect(await getOwnAccuracy(reporter)).toEqual({ decided: 3, agreed: 2 });
  expect(await getOwnAccuracy(null)).toBeNull();
});
