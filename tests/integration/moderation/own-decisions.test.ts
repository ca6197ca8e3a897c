import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { logListSchema } from "@/lib/moderation/log-schema";
import { getOwnDecisions } from "@/lib/moderation/queries/own-decisions";
import { archiveArgument } from "@/lib/arguments/commands/archive-argument";
import { appeal, decideAppeal } from "@/lib/moderation/commands/appeal";
import type { DomainError } from "@/lib/shared/errors";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

const person = async (role: "MEMBER" | "MODERATOR" = "MEMBER") =>
  asViewer(await createUser(db, { role }));

test("A moderator sees their own decisions and what became of them, and nobody else's", async () => {
  const { id: debateId } = await createDebate(db);
  const [author, mine, other] = await Promise.all([
    person(),
    person("MODERATOR"),
    person("MODERATOR"),
  ]);
  const archive = async (who: typeof mine) => {
    const { id } = await createArgument(db, { debateId, authorId: author.id });
    await archiveArgument(who, { id: { debateId, id }, version: 1, reason: "Said before." });
    return db.moderationEntry.findFirstOrThrow({ where: { argumentId: id } });
  };
  const [first] = [await archive(mine), await archive(mine), await archive(other)];
  await appeal(author, { entry: first.id, text: "It is new." });
  const review = await db.review.findFirstOrThrow({ where: { cause: "APPEAL" } });
  await decideAppeal(other, {
    ...{ review: review.id, version: review.version, outcome: "OVERTURN" },
    ...{ publicReason: "It is new indeed.", privateNote: "" },
  });
  const input = logListSchema.parse({});
  const decisions = await getOwnDecisions(mine, input);
  expect(decisions.byAction).toEqual([{ action: "ARCHIVE", count: 2, undone: 1 }]);
  expect(decisions.appeals).toEqual({ upheld: 0, overturned: 1, waiting: 0 });
  expect(decisions.page.items).toHaveLength(2);
  const refusal = await getOwnDecisions(author, input).catch((error: DomainError) => error.code);
  expect(refusal).toBe("NOT_ALLOWED");
});
