import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { rightsInDebate } from "@/lib/debates/queries/editing";
import { maySendNow } from "@/lib/debates/queries/slow";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

const head = (id: number) =>
  db.debate.findUniqueOrThrow({
    where: { id },
    select: { id: true, slug: true, status: true, slowMinutes: true },
  });

test("In slow mode the form says from when on it can be sent, and stays open until then", async () => {
  const { id: debateId } = await createDebate(db, { slowMinutes: 10 });
  const member = asViewer(await createUser(db));
  const debate = await head(debateId);
  expect(await maySendNow(member, debate)).toEqual({ granted: true });
  await createArgument(db, { debateId, authorId: member.id });
  const answer = await maySendNow(member, debate);
  expect(answer).toMatchObject({ granted: false, because: "SLOW_MODE" });
  const until = answer.granted ? 0 : Number(answer.params!.until);
  expect(Math.abs(until - Date.now() - 600_000)).toBeLessThan(30_000);
  expect((await rightsInDebate(debate.slug, member)).add).toEqual({ granted: true });
  expect(await maySendNow(null, debate)).toEqual({ granted: true });
});

test("A debate's page offers to add an argument where the same rule would take it", async () => {
  const member = asViewer(await createUser(db));
  const silenced = { ...member, silenced: { until: 1, entry: 7, reason: "Spam." } };
  const add = async (wanted: object, viewer: typeof member | null = member) => {
    const { slug } = await createDebate(db, wanted);
    const { add: may } = await rightsInDebate(slug, viewer);
    return may.granted ? "granted" : may.because;
  };
  expect(await add({})).toBe("granted");
  expect(await add({}, null)).toBe("SIGN_IN_REQUIRED");
  expect(await add({}, silenced)).toBe("SILENCED");
  expect(await add({ locked: true })).toBe("DEBATE_LOCKED");
  expect(await add({ status: "CLOSED" }, null)).toBe("DEBATE_NOT_OPEN");
});
