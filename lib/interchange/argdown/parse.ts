import "server-only";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Problem } from "../report";

/** What a statement or an argument of an Argdown document says. */
export type ParsedStatement = {
  kind: "statement" | "argument";
  label: string;
  text: string;
  data: unknown;
  line: number | null;
  /** The statements that an argument is reconstructed from, its conclusion last. */
  steps: { label: string; role: string }[];
};

export type ParsedRelation = {
  type: string;
  from: { kind: string; label: string };
  to: { kind: string; label: string };
  line: number | null;
};

export type ParsedArgdown = {
  title: string;
  statements: ParsedStatement[];
  relations: ParsedRelation[];
};

// Runs beside the server: the parser's patterns are slow on some texts and hold up nobody else.
const program = `
const { parentPort, workerData } = require("node:worker_threads");
const { createRequire } = require("node:module");
const { argdown } = createRequire(workerData.from)("@argdown/core/dist/argdown.js");
const line = (value) => (Number.isFinite(value) ? value : null);
const plain = (data) => (data === undefined ? null : JSON.parse(JSON.stringify(data)));
const named = (member) => ({
  kind: member?.type === "equivalence-class" ? "statement" : "argument",
  label: String(member?.argumentTitle ?? member?.title ?? ""),
});
function described(kind, one) {
  const members = one.members ?? [];
  const own = members.find((member) => !member.isReference && (member.text ?? "").trim());
  const steps = (one.pcs ?? []).map(({ title, role }) => ({ label: String(title ?? ""), role: String(role) }));
  const place = line((own ?? members[0])?.startLine ?? one.startLine);
  return { kind, label: String(one.title ?? ""), text: String(own?.text ?? ""), data: plain(one.data), line: place, steps };
}
function parsed(input) {
  const process = ["parse-input", "build-model"];
  const found = argdown.run({ input, process, logLevel: "silent", throwExceptions: false });
  const errors = [...(found.parserErrors ?? []), ...(found.lexerErrors ?? [])];
  if (errors.length === 0 && !found.statements) errors.push(...(found.exceptions ?? [{}]));
  return {
    problems: errors.map((error) => ({
      line: line(error.token?.startLine) ?? line(error.previousToken?.startLine) ?? line(error.line),
      message: String(error.message ?? "").split("\\n")[0].slice(0, 300),
    })),
    title: String(found.frontMatter?.title ?? found.sections?.[0]?.title ?? ""),
    statements: [
      ...Object.values(found.statements ?? {}).map((one) => described("statement", one)),
      ...Object.values(found.arguments ?? {}).map((one) => described("argument", one)),
    ],
    relations: (found.relations ?? []).map((one) => ({
      type: String(one.relationType),
      from: named(one.from),
      to: named(one.to),
      line: line(one.occurrences?.[0]?.startLine),
    })),
  };
}
function safely(input) {
  try {
    return parsed(input);
  } catch (error) {
    const problems = [{ line: 1, message: String(error?.message ?? error).slice(0, 300) }];
    return { problems, title: "", statements: [], relations: [] };
  }
}
parentPort.postMessage(workerData.inputs.map(safely));
`;

/** Milliseconds that one document may take. */
const patience = 30_000;

type Answer = ParsedArgdown & { problems: { line: number | null; message: string }[] };

type Parsed = { parsed: ParsedArgdown | null; problems: Problem[] };

/** Parses Argdown with its own library, in a thread that is stopped after half a minute. */
export async function parseArgdown(text: string): Promise<Parsed> {
  const [answer] = await parseEach([text]);
  return answer!;
}

/** As `parseArgdown`, several documents in one thread. */
export async function parseEach(texts: readonly string[]): Promise<Parsed[]> {
  const answers = await inThread(texts);
  const tooSlow = { severity: "error", code: "TOO_SLOW", line: 1 } as const;
  return texts.map((_, index) => {
    const answer = answers?.[index];
    if (!answer) return { parsed: null, problems: [tooSlow] };
    const problems = answer.problems.map(({ line, message }) => ({
      severity: "error" as const,
      code: "SYNTAX",
      params: { message },
      line: line ?? 1,
    }));
    return { parsed: problems.length > 0 ? null : answer, problems };
  });
}

function inThread(inputs: readonly string[]): Promise<Answer[] | null> {
  const from = join(process.cwd(), "package.json");
  const worker = new Worker(program, {
    eval: true,
    workerData: { inputs, from },
    resourceLimits: { maxOldGenerationSizeMb: 1024, stackSizeMb: 8 },
  });
  return new Promise((resolve) => {
    const end = (answers: Answer[] | null) => {
      clearTimeout(timer);
      resolve(answers);
      void worker.terminate();
    };
    const timer = setTimeout(() => end(null), patience);
    worker.once("message", (answers: Answer[]) => end(answers));
    worker.once("error", () => end(null));
    worker.once("exit", () => end(null));
  });
}
