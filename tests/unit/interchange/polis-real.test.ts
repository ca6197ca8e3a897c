import { describe, expect, test } from "vitest";
import { readPolis } from "@/lib/interchange/polis/read";
import { conversation, conversations, realExports } from "./import-files";

describe.skipIf(conversations.length === 0)("The real Polis exports", () => {
  test.each(conversations)("%s is read with every vote", async (name) => {
    const { bundle, problems } = await readPolis(conversation(name));
    expect(bundle).not.toBeNull();
    const codes = problems.map(({ code }) => code);
    expect(codes, JSON.stringify(problems)).toEqual(
      expect.arrayContaining(["EVENTS_EQUAL", "CELLS_EQUAL"]),
    );
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

test.runIf(conversations.length === 0)(
  `The real Polis exports are not in ${realExports}: not checked`,
  () => {
    console.warn(`No Polis exports in ${realExports}.`);
  },
);
