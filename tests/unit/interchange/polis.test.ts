import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Bundle, BundleArgument, BundleVote } from "@/lib/interchange/bundle";
import { rowsOf } from "@/lib/interchange/polis/csv";
import { readPolis } from "@/lib/interchange/polis/read";
import { writePolis } from "@/lib/interchange/polis/write";
import { argumentOf, bundleOf, headOf } from "@/tests/factories/bundle";
import { fixture, fixtureFiles } from "./fixtures";
import { conversation, conversations, fileOf } from "./import-files";

async function packed(bundle: Bundle): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of writePolis(bundle)) parts.push(part);
  return Buffer.concat(parts);
}
const listed = (bundle: Bundle) => ({
  arguments: [...(bundle.arguments() as Iterable<BundleArgument>)],
  votes: [...(bundle.votes() as Iterable<BundleVote>)],
});
const files = (changes: Record<string, string>) =>
  ["comments", "votes"].map((name) =>
    fileOf(`${name}.csv`, changes[name] ?? fixture(`polis/${name}.csv`)),
  );

describe("Reading a Polis export", () => {
  test("Statements become direct arguments, those moderated out archived", async () => {
    const { bundle } = await readPolis(fixtureFiles("polis"));
    const { debate, people } = bundle!.head;
    expect(debate).toMatchObject({
      title: "What should the park become?",
      motionNote: "Say what you wish for.\n\nThe council reads it in May.",
      people: 4,
    });
    expect(people.map(({ ref, name }) => `${ref} ${name}`)).toEqual([
      "p2 Participant 1",
      "p8 Participant 7",
    ]);
    expect(
      listed(bundle!).arguments.map((a) => [
        a.number,
        a.stance,
        a.status,
        a.author,
        a.title,
        a.body,
      ]),
    ).toEqual([
      ["1", "SUPPORT", "LIVE", "p2", "More trees, fewer cars.", ""],
      [
        "3",
        "SUPPORT",
        "ARCHIVED",
        "p2",
        "Two lines of one statement",
        "Two lines\nof one statement",
      ],
      ["6", "SUPPORT", "LIVE", "p8", "=1+1 is no wish", ""],
    ]);
  });

  test("The last vote of each participant counts, whatever the order in the file", async () => {
    const { bundle, problems } = await readPolis(fixtureFiles("polis"));
    expect(
      listed(bundle!).votes.map(({ voter, argument, impact }) => `${voter}:${argument}=${impact}`),
    ).toEqual(["1:1=4", "1:3=4", "1:6=0", "2:1=4", "2:3=0", "2:6=4", "3:1=4", "3:6=2"]);
    expect(problems).toContainEqual({
      severity: "note",
      code: "EVENTS_EQUAL",
      params: { events: 10, statements: 3 },
      file: "votes.csv",
    });
    expect(problems.map(({ code }) => code)).toContain("CELLS_EQUAL");
  });

  test("A server that writes −1 for agree and text without quotes is understood", async () => {
    const { bundle, problems } = await readPolis(fixtureFiles("polis-malformed"));
    const codes = problems.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(["ROWS_MENDED", "SIGN_TURNED", "EVENTS_EQUAL", "TOPIC_MISSING"]),
    );
    const made = listed(bundle!);
    expect(made.arguments.map(({ title, body }) => body || title)).toEqual([
      "Benches, lights, and a fountain",
      '"Dogs" are welcome, they say',
      "A list:\n- grass\n- 3, perhaps 4, paths\n\nand nothing else",
      'Quoted as it should be, with "marks" in it',
    ]);
    expect(made.votes.map(({ argument, impact }) => `${argument}=${impact}`)).toEqual([
      ...["1=4", "2=0", "4=4"],
      ...["1=4", "3=4"],
    ]);
  });

  test.each([
    [
      "a vote that is none",
      "votes",
      "timestamp,comment-id,voter-id,vote\n1,0,1,yes\n",
      "VOTE_UNREADABLE",
      2,
    ],
    ["no column of votes", "votes", "timestamp,comment-id,voter-id\n", "COLUMN_MISSING", 1],
    ["a statement twice", "comments", "comment-id,comment-body\n1,a\n1,b\n", "STATEMENT_TWICE", 3],
    ["no column of texts", "comments", "comment-id,text\n1,a\n", "COLUMN_MISSING", 1],
  ])("With %s nothing is imported, and the line is named", async (_, name, text, code, line) => {
    const { bundle, problems } = await readPolis(files({ [name]: text }));
    expect(bundle).toBeNull();
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: "error", code, file: `${name}.csv`, line }),
    );
  });

  test("A vote on a statement that is not there is left out and named", async () => {
    const votes = `${fixture("polis/votes.csv")}1700000000000,,77,1,1\n`;
    const { bundle, problems } = await readPolis(files({ votes }));
    expect(listed(bundle!).votes).toHaveLength(8);
    expect(problems).toContainEqual({
      severity: "warning",
      code: "STATEMENT_UNKNOWN",
      params: { value: "77" },
      file: "votes.csv",
      line: 12,
    });
  });

  test.each([
    ["a missing file", [fileOf("comments.csv", fixture("polis/comments.csv"))], "FILE_MISSING"],
    ["a zip that is none", [fileOf("export.zip", "PK but not really")], "FILE_MISSING"],
  ])("%s is said", async (_, some, code) => {
    const { bundle, problems } = await readPolis(some);
    expect(bundle).toBeNull();
    expect(problems.map((problem) => problem.code)).toContain(code);
  });
});

describe("Writing a Polis export", () => {
  test("Five files with the columns of Polis' own, read again to the same debate", async () => {
    const { bundle } = await readPolis(fixtureFiles("polis"));
    const zip = await packed(bundle!);
    const entries = unzipSync(zip);
    const first = (name: string) => strFromU8(entries[name]!).split("\n")[0];
    expect(Object.keys(entries)).toHaveLength(5);
    for (const name of ["comments.csv", "votes.csv", "participants-votes.csv"])
      expect(first(name)).toBe(fixture(`polis/${name}`).split("\n")[0]);
    expect(first("comment-groups.csv")).toBe(
      "comment-id,comment,total-votes,total-agrees,total-disagrees,total-passes",
    );
    const again = await readPolis([fileOf("again.zip", zip)]);
    expect(again.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["EVENTS_EQUAL", "CELLS_EQUAL"]),
    );
    const [before, after] = [listed(bundle!), listed(again.bundle!)];
    const words = ({ number, title, body, status, createdAt }: BundleArgument) =>
      [number, title, body, status, createdAt].join("|");
    expect(after.arguments.map(words)).toEqual(before.arguments.map(words));
    const given = ({ argument, impact, at }: BundleVote) => `${argument} ${impact} ${at}`;
    expect(after.votes.map(given)).toEqual(before.votes.map(given));
    expect(again.bundle!.head.debate.title).toBe(bundle!.head.debate.title);
  });

  test("A text that a spreadsheet would run is only text there, and itself again here", async () => {
    const titles = ["=1+1", "+1 for trees", "-1 for cars", '@SUM(A1), "all"', "'=2", "'quoted'"];
    const debate = { ...headOf().debate, title: "=HYPERLINK(A1)", motionNote: "- a\n- b" };
    const bundle = bundleOf({
      head: headOf({ debate }),
      arguments: titles.map((title, index) => argumentOf(String(index + 1), { title })),
    });
    const zip = await packed(bundle);
    const entries = Object.values(unzipSync(zip)).map((entry) => strFromU8(entry));
    const cells = entries.flatMap((text) => rowsOf(text).flatMap((row) => row.cells));
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell) && !/^-?\d+$/.test(cell))).toEqual([]);
    const again = (await readPolis([fileOf("again.zip", zip)])).bundle!;
    expect(listed(again).arguments.map(({ title }) => title)).toEqual(titles);
    expect(again.head.debate.title).toBe("=HYPERLINK(A1)");
    expect(again.head.debate.motionNote).toContain("- a\n- b");
  });

  test.skipIf(conversations.length === 0).each(conversations.slice(1, 2))(
    "%s written again has the columns of the original and all its votes",
    async (name) => {
      const original = conversation(name);
      const { bundle } = await readPolis(original);
      const again = await readPolis([fileOf("again.zip", await packed(bundle!))]);
      expect(listed(again.bundle!).votes.length).toBe(listed(bundle!).votes.length);
      expect(again.problems.map(({ code }) => code)).toContain("CELLS_EQUAL");
    },
  );
});
