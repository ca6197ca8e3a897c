import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import type { BundleVote } from "@/lib/interchange/bundle";
import { textOf } from "@/lib/interchange/decode";
import { readPolis } from "@/lib/interchange/polis/read";
import { conversation, conversations, realExports } from "./import-files";

const opinions = { 4: "1", 2: "0", 0: "-1" } as Record<number, string>;

describe.skipIf(conversations.length === 0)("The real Polis exports", () => {
  test.each(conversations)(
    "%s: every cell and every count is as Polis published it",
    async (name) => {
      const files = conversation(name);
      const { bundle, problems } = await readPolis(files);
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);

      const table = files.find((file) => file.name === "participants-votes.csv")!;
      const rows = parse<Record<string, string>>(await textOf(table), { columns: true });
      const votes = new Map<string, string>();
      for (const { voter, argument, impact } of bundle!.votes() as Iterable<BundleVote>)
        votes.set(`${voter} ${Number(argument) - 1}`, opinions[impact]!);
      let cells = 0;
      for (const row of rows)
        for (const [column, cell] of Object.entries(row))
          if (/^\d+$/.test(column) && cell !== "") {
            cells += 1;
            if (votes.get(`${row.participant} ${column}`) !== cell)
              expect.fail(`${row.participant} on ${column}: ${cell}`);
          }
      expect(cells).toBe(votes.size);

      const comments = files.find((file) => file.name === "comments.csv")!;
      const stated = parse<Record<string, string>>(await textOf(comments), { columns: true });
      expect(problems.map(({ code }) => code)).toContain("EVENTS_EQUAL");
      expect([...(bundle!.arguments() as Iterable<unknown>)]).toHaveLength(stated.length);
    },
  );
});

test.runIf(conversations.length === 0)(
  `Without ${realExports} the real exports are not checked`,
  () => {
    process.stderr.write(`The real Polis exports are not in ${realExports}: not checked.\n`);
  },
);
