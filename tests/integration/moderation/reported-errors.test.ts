import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { writeFact } from "@/lib/debates/commands/write-fact";
import { closeCorrected } from "@/lib/moderation/commands/close-corrected";
import { decideReview } from "@/lib/moderation/commands/decide-review";
import { flag } from "@/lib/moderation/commands/flag";
import { reopenReview } from "@/lib/moderation/commands/reopen-review";
import { getFlaggable } from "@/lib/moderation/queries/flaggable";
import { getQueue, nextReview } from "@/lib/moderation/queries/queue";
import { countWaiting } from "@/lib/moderation/queries/queued-debates";
import { getReview } from "@/lib/moderation/queries/review";
import { queueSchema } from "@/lib/moderation/queue-schema";
import { flagSchema } from "@/lib/moderation/schema";
import { listNotifications } from "@/lib/notifications/queries/notifications";
import { notificationListSchema } from "@/lib/notifications/schema";
import type { Viewer } from "@/lib/shared/viewer";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { debateWithFact, factInput } from "../debates/place";

const person = async (role: Viewer["role"] = "MEMBER") => asViewer(await createUser(db, { role }));
const told = async (viewer: Viewer) =>
  (await listNotifications(viewer, notificationListSchema.parse({}))).items;

async function scene() {
  const [debate, reporter, moderator] = [
    await debateWithFact(),
    await person(),
    await person("MODERATOR"),
  ];
  return { ...debate, reporter, moderator };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const wrong = {
  ...{ reason: "MISINFORMATION", note: "The minutes say June." },
  sourceUrl: "https://example.org/minutes/june",
};
/** As the form sends it; of the first fact unless told otherwise. */
const report = (who: Viewer, slug: string, more: object = { fact: "1" }) =>
  flag(who, flagSchema.parse({ target: "DEBATE", id: slug, ...wrong, ...more }));
const waiting = ({ id: debateId }: Scene) =>
  db.review.findFirstOrThrow({ where: { debateId, status: "WAITING" } });
const correct = ({ slug, factId, editor }: Scene) =>
  writeFact(
    editor,
    factInput(slug, 2, {
      ...{ id: factId, text: "The council voted in June.", reason: "The minutes say June." },
    }),
  );
const stands = { decision: "KEEP", ground: "NO_BREACH", privateNote: "" } as const;
const keep = async (who: Viewer, at: Scene) => {
  const { id: review, version } = await waiting(at);
  const publicReason = "The minutes say May.";
  return decideReview(who, { review, version, publicReason, days: undefined, ...stands });
};

describe("Somebody who found an error in a brief", () => {
  it("reports the fact, once while it waits; others' reports wait with it", async () => {
    const at = await scene();
    expect(await report(at.reporter, at.slug)).toMatchObject({ before: false });
    expect(await report(at.reporter, at.slug)).toMatchObject({ before: true });
    await report(await person(), at.slug);
    // Its editors may find errors too.
    await report(at.editor, at.slug);
    expect(await waiting(at)).toMatchObject({ factId: at.factId, authorId: null, flags: 3 });
    expect(await db.review.count({ where: { debateId: at.id } })).toBe(1);
  });

  it("reports the brief as a whole beside it", async () => {
    const at = await scene();
    await report(at.reporter, at.slug);
    await report(at.reporter, at.slug, {});
    const reviews = await db.review.findMany({
      where: { debateId: at.id },
      orderBy: { id: "asc" },
    });
    expect(reviews.map(({ factId }) => factId)).toEqual([at.factId, null]);
  });

  it("says where the truth can be read, or what is wrong", async () => {
    const at = await scene();
    expect(() => report(at.reporter, at.slug, { sourceUrl: "" })).toThrow();
    expect(() => report(at.reporter, at.slug, { reason: "OTHER", note: "" })).toThrow();
    const other = { reason: "OTHER", note: "A date is missing.", sourceUrl: "" };
    await report(at.reporter, at.slug, other);
  });

  it("gives a reason that fits a brief", async () => {
    const at = await scene();
    for (const reason of ["UNCIVIL", "SPAM", "OFF_TOPIC", "DUPLICATE"]) {
      await expect(report(at.reporter, at.slug, { reason, sourceUrl: "" })).rejects.toMatchObject({
        code: "INVALID_INPUT",
        details: { fields: { reason: [expect.any(String)] } },
      });
    }
    expect(await db.flag.count({ where: { debateId: at.id } })).toBe(0);
  });

  it("finds the form with the fact on it, and no form for a struck one, or one that is not there", async () => {
    const at = await scene();
    expect(await getFlaggable(at.reporter, "debate", at.slug, "1")).toMatchObject({
      ...{ target: "DEBATE", id: at.slug, fact: 1, title: "The council voted in May." },
      ...{ href: `/debates/${at.slug}/brief#F1`, can: { granted: true } },
    });
    expect((await getFlaggable(null, "debate", at.slug))?.can).toMatchObject({
      because: "SIGN_IN_REQUIRED",
    });
    expect(await getFlaggable(at.reporter, "debate", at.slug, "9")).toBeNull();
    expect(await getFlaggable(at.reporter, "debate", at.slug, "x")).toBeNull();
    await expect(report(at.reporter, at.slug, { fact: 9 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await db.fact.updateMany({ where: { debateId: at.id }, data: { certainty: "STRUCK" } });
    expect((await getFlaggable(at.reporter, "debate", at.slug, "1"))?.can).toMatchObject({
      because: "FACT_STRUCK",
    });
    await expect(report(at.reporter, at.slug)).rejects.toMatchObject({ code: "FACT_STRUCK" });
  });

  it("does not do so where nothing is corrected any more, nor in a draft that nobody knows", async () => {
    const at = await scene();
    await db.debate.update({ where: { id: at.id }, data: { status: "ARCHIVED" } });
    await expect(report(at.reporter, at.slug)).rejects.toMatchObject({ code: "DEBATE_NOT_OPEN" });
    const draft = await debateWithFact("DRAFT");
    await expect(report(at.reporter, draft.slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getFlaggable(at.reporter, "debate", draft.slug, "1")).toBeNull();
  });
});

describe("Who works through the queue", () => {
  it("sees the fact with its sources and its history, and where it is corrected", async () => {
    const at = await scene();
    await report(at.reporter, at.slug);
    for (const who of [at.moderator, at.editor]) {
      const { items } = await getQueue(who, queueSchema.parse({ debate: at.slug }));
      expect(items).toMatchObject([
        {
          ...{ target: "DEBATE", fact: 1, ownerless: true, author: null },
          title: "The council voted in May.",
          href: `/debates/${at.slug}/brief#F1`,
        },
      ]);
      const review = await getReview(who, items[0]!.review);
      expect(review).toMatchObject({
        record: null,
        raised: [{ reason: "MISINFORMATION", sourceUrl: wrong.sourceUrl }],
        brief: {
          fact: { number: 1, sources: [{ url: "https://example.org/minutes" }], corrections: [] },
          editHref: `/debates/${at.slug}/edit?part=facts&item=${at.factId}`,
          correction: null,
          canClose: { granted: false, because: "NOT_CORRECTED" },
        },
        can: { granted: true },
      });
    }
    expect(await countWaiting(at.editor)).toBe(1);
    expect(await nextReview(at.editor)).toMatchObject({ review: (await waiting(at)).id });
    const found = await getQueue(
      at.moderator,
      queueSchema.parse({ q: "voted in May", debate: at.slug }),
    );
    expect(found.items).toHaveLength(1);
  });

  it("corrects it and ends the report with that: one entry, and the reporter hears it", async () => {
    const at = await scene();
    await report(at.reporter, at.slug);
    const { id: review, version } = await waiting(at);
    await expect(closeCorrected(at.editor, { review, version })).rejects.toMatchObject({
      code: "NOT_CORRECTED",
    });
    await correct(at);
    const seen = await getReview(at.editor, review);
    expect(seen?.brief?.fact?.corrections).toHaveLength(1);
    const { entry } = await closeCorrected(at.editor, { review, version });
    expect(entry).toBe(seen?.brief?.correction);
    const entries = await db.moderationEntry.findMany({ where: { debateId: at.id } });
    expect(entries.map(({ action }) => action)).toEqual(["EDIT", "CORRECT"]);
    expect(await db.flag.findFirstOrThrow({ where: { reviewId: review } })).toMatchObject({
      outcome: "UPHELD",
    });
    expect(await told(at.reporter)).toMatchObject([
      { event: "FLAG_UPHELD", action: "CORRECT", href: `/debates/${at.slug}/brief#F1` },
    ]);
    await expect(closeCorrected(at.editor, { review, version: version + 1 })).rejects.toMatchObject(
      {
        code: "REVIEW_DECIDED",
      },
    );
    await expect(reopenReview(at.editor, { review })).rejects.toMatchObject({ code: "EDIT_AGAIN" });
  });

  it("does not end the report of one fact by correcting another, but that of the whole brief", async () => {
    const at = await scene();
    await writeFact(at.editor, factInput(at.slug, 2, { text: "It costs nothing." }));
    await report(at.reporter, at.slug, { fact: 2 });
    await report(at.reporter, at.slug, {});
    await writeFact(
      at.editor,
      factInput(at.slug, 3, { id: at.factId, text: "In June.", reason: "The minutes." }),
    );
    const [ofFact, ofAll] = await db.review.findMany({
      where: { debateId: at.id, status: "WAITING" },
      orderBy: { id: "asc" },
    });
    const { id, version } = ofFact!;
    await expect(closeCorrected(at.moderator, { review: id, version })).rejects.toMatchObject({
      code: "NOT_CORRECTED",
    });
    await closeCorrected(at.moderator, { review: ofAll!.id, version: ofAll!.version });
  });

  it("says that the brief stands; the reporter hears it, and may report it anew", async () => {
    const at = await scene();
    await report(at.reporter, at.slug);
    const { entry } = await keep(at.moderator, at);
    expect(await db.moderationEntry.findUniqueOrThrow({ where: { id: entry } })).toMatchObject({
      ...{ action: "KEEP", target: "DEBATE", ground: "NO_BREACH", personId: null },
      details: { fact: 1 },
    });
    expect(await told(at.reporter)).toMatchObject([{ event: "FLAG_DECLINED" }]);
    expect(await report(at.reporter, at.slug)).toMatchObject({ before: false });
  });

  it("takes that back, and it waits again", async () => {
    const at = await scene();
    await report(at.reporter, at.slug);
    const { review } = await keep(at.moderator, at);
    expect(await reopenReview(at.moderator, { review })).toMatchObject({ review });
    expect(await waiting(at)).toMatchObject({ id: review, factId: at.factId });
  });

  it("finds what was decided about this fact before", async () => {
    const at = await scene();
    await report(at.reporter, at.slug);
    const { entry } = await keep(at.moderator, at);
    await report(await person(), at.slug);
    const { id } = await waiting(at);
    const before = (await getReview(at.moderator, id))?.before ?? [];
    expect(before.map((past) => past.entry)).toContain(entry);
    expect(before.map(({ action }) => action)).toEqual(["KEEP", "EDIT"]);
  });
});
