import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { CommanderError } from "commander";
import { expect, test } from "vitest";
import { makeProgram } from "@/lib/cli/program";

type Named = { words: string; command: Command };

/** Every command that does something, with the words that call it. */
function leaves(command: Command, words: string[] = []): Named[] {
  if (command.commands.length === 0) return [{ words: words.join(" "), command }];
  return command.commands.flatMap((below) => leaves(below, [...words, below.name()]));
}

const all = leaves(makeProgram());

/** What the program does with these words, without a process of its own. */
async function call(...words: string[]) {
  const said = { out: "", err: "" };
  const program = makeProgram();
  const listen = (command: Command) => {
    command.configureOutput({
      writeOut: (text) => void (said.out += text),
      writeErr: (text) => void (said.err += text),
    });
    command.commands.forEach(listen);
  };
  listen(program);
  const error: unknown = await program.parseAsync(words, { from: "user" }).catch((e: unknown) => e);
  return { ...said, code: error instanceof CommanderError ? error.code : "none" };
}

test.each(all.map(({ words }) => [words]))("“%s” explains itself with --help", async (words) => {
  const { out, code } = await call(...words.split(" "), "--help");
  expect(code).toBe("commander.helpDisplayed");
  expect(out).toContain(`Usage: npm run cli -- ${words}`);
  const { command } = all.find((leaf) => leaf.words === words)!;
  expect(command.description().length).toBeGreaterThan(10);
});

test("Every command answers programs with --json", () => {
  const without = all.filter(
    ({ command }) => !command.options.some(({ long }) => long === "--json"),
  );
  expect(without.map(({ words }) => words)).toEqual([]);
});

test.each([
  ["a command that does not exist", ["db", "restor"], /Did you mean restore/],
  ["an option that does not exist", ["db", "backup", "--to", "x"], /unknown option '--to'/],
  ["a missing option", ["token", "list"], /required option '--user/],
  ["a missing argument", ["db", "restore"], /missing required argument 'backup'/],
  ["a value that is not one of the choices", ["keys", "rotate", "all"], /session, actions/],
  ["a number that is none", ["user", "list", "--limit", "many"], /whole number/],
])("Called with %s it says what is wrong and where help is", async (_what, words, sentence) => {
  const { out, err, code } = await call(...words);
  expect(code).not.toBe("none");
  expect(err).toMatch(sentence);
  expect(err).toContain("--help");
  expect(out).toBe("");
});

test("The README names every command", () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  const table = readme.split("## The command line")[1]?.split("\n## ")[0] ?? "";
  const missing = all.filter(({ words }) => !table.includes(`\`${words.replace(/ show$/, "")}`));
  expect(missing.map(({ words }) => words)).toEqual([]);
});
