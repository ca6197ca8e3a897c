import { afterEach, beforeEach, expect, test } from "vitest";
import { archiveArgument } from "@/lib/arguments/commands/archive-argument";
import { editArgument } from "@/lib/arguments/commands/edit-argument";
import { moveArgument } from "@/lib/arguments/commands/move-argument";
import { moveArgumentSchema } from "@/lib/arguments/curation-schema";
import { getRevisions } from "@/lib/arguments/queries/revisions";
import { editArgumentSchema } from "@/lib/arguments/schema";
import { db } from "@/lib/db/client";
import { listHistory } from "@/lib/debates/queries/history";
import { env } from "@/lib/env";
import { logListSchema } from "@/lib/moderation/log-schema";
import { listLog } from "@/lib/moderation/queries/log";
import { listNotifications } from "@/lib/notifications/queries/notifications";
import { notificationListSchema } from "@/lib/notifications/schema";
import { publicId } from "@/lib/shared/ids";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

const shown = env.MODERATORS_SHOWN;
beforeEach(() => void Object.assign(env, { MODERATORS_SHOWN: "by-role" }));
afterEach(() => void Object.assign(env, { MODERATORS_SHOWN: shown }));

/** An argument that a moderator called Canary has moved, edited and archived. */
async function curated() {
  const { id: debateId } = await createDebate(db);
  const author = asViewer(await createUser(db, { name: "Ada" }));
  const moderator = asViewer(await createUser(db, { name: "Canary", role: "MODERATOR" }));
  const argument = await createArgument(db, { debateId, authorId: author.id });
  const ref = { debateId, id: argument.id };
  const id = publicId(ref);
  const words = { title: "In clearer words.", reason: "Clearer." };
  await editArgument(moderator, editArgumentSchema.parse({ id, version: 1, ...words }));
  const place = { to: "root", stance: "OPPOSE", publicReason: "It speaks against it." };
  await moveArgument(moderator, moveArgumentSchema.parse({ id, ...place }));
  await archiveArgument(moderator, { id: ref, version: 3, reason: "Said before." });
  return { debateId, id, author, moderator };
}

test("Where moderators are shown by role, no page, notice or program tells which one it was", async () => {
  const { debateId, id, author, moderator } = await curated();
  const told = [
    await getRevisions(id, null),
    await listHistory(debateId, { limit: 50 }),
    await listLog(logListSchema.parse({})),
    await listNotifications(author, notificationListSchema.parse({})),
  ];
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`Canary|${moderator.handle}`));
  expect((await getRevisions(id, null))!.map(({ byCurator }) => byCurator)).toEqual([
    ...[true, true, true, false],
  ]);
});

test("and the log keeps who it was, and says so again once they are named", async () => {
  const { debateId, moderator } = await curated();
  const entries = await db.moderationEntry.findMany({ where: { debateId } });
  expect(entries.map(({ actorId, named }) => [actorId, named])).toEqual(
    Array.from({ length: 3 }, () => [moderator.id, false]),
  );
  Object.assign(env, { MODERATORS_SHOWN: "by-name" });
  const named = await curated();
  const { items } = await listLog(logListSchema.parse({ limit: 3 }));
  expect(items.map(({ by }) => by)).toEqual(
    Array.from({ length: 3 }, () => ({
      kind: "PERSON",
      handle: named.moderator.handle,
      name: "Canary",
    })),
  );
});
