import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { appeal, decideAppeal } from "@/lib/moderation/commands/appeal";
import { appendEntry } from "@/lib/moderation/commands/append-entry";
import { decideReview } from "@/lib/moderation/commands/decide-review";
import { flag } from "@/lib/moderation/commands/flag";
import { getReport } from "@/lib/moderation/queries/report";
import { reportCsv } from "@/lib/moderation/report-csv";
import { reportSchema } from "@/lib/moderation/report-schema";
import type { ModerationReport } from "@/lib/moderation/report";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

const today = new Date().toISOString().slice(0, 10);
let report: ModerationReport;

const person = async (role: "MEMBER" | "MODERATOR" = "MEMBER") =>
  asViewer(await createUser(db, { role }));

/** Three flags: two upheld (one of them overturned on appeal), one declined; and a hiding by a threshold. */
beforeAll(async () => {
  const { id: debateId } = await createDebate(db);
  const [author, reporter, first, second] = await Promise.all([
    person(),
    person(),
    person("MODERATOR"),
    person("MODERATOR"),
  ]);
  const words = { publicReason: "As the rules say.", privateNote: "" } as const;
  const entries: number[] = [];
  for (const decision of ["HIDE", "HIDE", "KEEP"] as const) {
    const { id } = await createArgument(db, { debateId, authorId: author!.id });
    const reason = decision === "KEEP" ? ("OFF_TOPIC" as const) : ("ILLEGAL" as const);
    await flag(reporter!, { target: "ARGUMENT", id: { debateId, id }, reason, note: "" });
    const review = await db.review.findFirstOrThrow({ where: { argumentId: id } });
    const { version } = review;
    const decided = { review: review.id, version, decision, ground: reason, ...words };
    entries.push((await decideReview(first!, decided)).entry);
  }
  await appeal(author!, { entry: entries[0]!, text: "It is a quotation." });
  const review = await db.review.findFirstOrThrow({ where: { cause: "APPEAL" } });
  const { version } = review;
  await decideAppeal(second!, { review: review.id, version, outcome: "OVERTURN", ...words });
  const { id } = await createArgument(db, { debateId, authorId: author!.id });
  await db.$transaction((tx) =>
    appendEntry(tx, {
      action: "HIDE",
      about: { target: "ARGUMENT", debateId, argumentId: id },
      actorId: null,
      personId: author!.id,
      ground: "SPAM",
      publicReason: "Flagged by many.",
    }),
  );
  report = await getReport({ from: today, to: today });
});

test("A reader sees how much was flagged, and how often moderators agreed", () => {
  expect(report.flags).toMatchObject({
    ...{ received: 3, decided: 3, upheld: 2 },
    byReason: [
      { reason: "ILLEGAL", count: 2 },
      { reason: "OFF_TOPIC", count: 1 },
    ],
  });
  expect(report.flags.medianHours).toBeGreaterThanOrEqual(0);
});

test("decisions by action and ground, those of nobody apart, and which were taken back", () => {
  expect(report.decisions).toEqual(
    expect.arrayContaining([
      { action: "HIDE", ground: "ILLEGAL", automatic: false, count: 2, undone: 1 },
      { action: "HIDE", ground: "SPAM", automatic: true, count: 1, undone: 0 },
      { action: "KEEP", ground: "NO_BREACH", automatic: false, count: 1, undone: 0 },
    ]),
  );
});

test("appeals with their outcome", () => {
  expect(report.appeals).toMatchObject({ received: 1, upheld: 0, overturned: 1, waiting: 0 });
});

test("and statements of reasons in the categories of the Union", () => {
  const restriction = "DECISION_VISIBILITY_CONTENT_DISABLED";
  expect(report.statements).toEqual([
    {
      ...{ restriction, ground: "DECISION_GROUND_ILLEGAL_CONTENT", count: 2, undone: 1 },
      category: "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
      automation: "AUTOMATED_DECISION_NOT_AUTOMATED",
    },
    {
      ...{ restriction, ground: "DECISION_GROUND_INCOMPATIBLE_CONTENT", count: 1, undone: 0 },
      category: "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
      automation: "AUTOMATED_DECISION_FULLY",
    },
  ]);
});

test("The table says the same, and a period without anything is empty", async () => {
  const lines = reportCsv(report).split("\n");
  expect(lines).toContain(`${today},${today},decisions,HIDE,ILLEGAL,,no,2,1`);
  expect(lines).toContain(`${today},${today},appeals,OVERTURNED,,,,1,`);
  const empty = await getReport({ from: "2020-01-01", to: "2020-12-31" });
  expect(empty).toMatchObject({ decisions: [], statements: [] });
  expect(empty.flags).toEqual({
    ...{ received: 0, byReason: [], decided: 0, upheld: 0, medianHours: null },
  });
});

test("A period turned round is turned back; without one it is the last year", () => {
  expect(reportSchema.parse({ from: "2026-03-01", to: "2026-01-01" })).toEqual({
    ...{ from: "2026-01-01", to: "2026-03-01" },
  });
  expect(reportSchema.parse({ to: "2026-03-01", from: "yesterday" })).toEqual({
    ...{ from: "2025-03-02", to: "2026-03-01" },
  });
});
