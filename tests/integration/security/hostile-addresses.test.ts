import { beforeAll, describe, expect, test } from "vitest";
import { getMember, listMemberArguments, listMemberComments } from "@/lib/accounts/queries/member";
import { saveDraft } from "@/lib/arguments/commands/save-draft";
import { getDraft } from "@/lib/arguments/queries/draft";
import { getColumns, listSiblings } from "@/lib/arguments/queries/columns";
import { sorts } from "@/lib/arguments/vocabulary";
import { db } from "@/lib/db/client";
import { getDebate } from "@/lib/debates/queries/context";
import { listDebates } from "@/lib/debates/queries/debates";
import { getFeed } from "@/lib/debates/queries/feed";
import { listHistory } from "@/lib/debates/queries/history";
import { debateListSchema } from "@/lib/debates/schema";
import { listComments } from "@/lib/discussion/queries/comments";
import { search } from "@/lib/search/queries/search";
import { searchSchema } from "@/lib/search/schema";
import { encodeCursor } from "@/lib/shared/cursor";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { reader } from "../api/client";

let debate: { id: number; slug: string };
let argument: string;
let authorId: number;

beforeAll(async () => {
  debate = await createDebate(db);
  authorId = (await createUser(db)).id;
  const { id } = await createArgument(db, { debateId: debate.id, authorId });
  argument = `${debate.id}-${id}`;
});

const huge = Number.MAX_SAFE_INTEGER;
const moments = ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2025-01-01T00:00:00.123456789Z"];
const forged: unknown[][] = [
  ...moments.flatMap((at) => [
    [at, 1],
    [at, 1, 1],
    [at, 0, 1, 1],
  ]),
  ["2025-01-01T00:00:00Z", huge],
  ["2025-01-01T00:00:00Z", huge, huge],
  ["2025-01-01T00:00:00Z", -5, -huge],
  ["2025-01-01T00:00:00Z", 0, huge, huge],
  [huge, 1],
  [1e300, 1],
  [-1e308, 2_147_483_647],
  [0.1, huge],
  [false, -2_147_483_648, 1, "ARGUMENT", 1],
  [true, huge, huge, "ARGUMENT", huge],
  Array.from({ length: 32 }, () => 2_147_483_647),
  [],
];

describe("A forged cursor starts a page elsewhere, and is never an error of ours", () => {
  test.each(forged.map((key) => [JSON.stringify(key), key] as const))("%s", async (_name, key) => {
    const cursor = encodeCursor(key as number[]);
    const { slug, id } = debate;
    await listDebates(debateListSchema.parse({ cursor }));
    await listHistory(id, { cursor, limit: 10 });
    await listMemberArguments(authorId, cursor);
    await listMemberComments(authorId, cursor);
    await listComments(argument, null, { cursor });
    await search(searchSchema.parse({ q: "people work", cursor }));
    await search(searchSchema.parse({ q: "poeple wrok", cursor }));
    for (const sort of sorts) {
      const both = { supportCursor: cursor, opposeCursor: cursor };
      await getColumns(slug, null, null, { sort, cited: true, limit: 10, ...both });
      await listSiblings(slug, argument, { sort, cited: false, limit: 10, cursor }, null);
    }
    const { status } = await reader.ask("GET", `/debates/${slug}/arguments?cursor=${cursor}`);
    expect(status).toBe(200);
  });
});

test.each(["a\u0000b", "\ud800", "x".repeat(5000), "../etc", "__proto__", "%00"])(
  "There is no debate, feed or member called %j",
  async (name) => {
    expect(await getDebate(name)).toBeNull();
    expect(await getFeed(name)).toBeNull();
    expect(await getMember(name)).toBeNull();
  },
);

test("A draft with anything in it is kept as far as it can be", async () => {
  const writer = asViewer(await createUser(db));
  const form = "reply:root:SUPPORT";
  const values = { "ti\u0000tle": "half\u0000 a \ud83d sentence 😀", "\udc00body": "more" };
  await saveDraft(writer, { debate: debate.slug, form, values });
  expect(await getDraft(writer, debate.id, form)).toEqual({
    title: "half a  sentence 😀",
    body: "more",
  });
});
