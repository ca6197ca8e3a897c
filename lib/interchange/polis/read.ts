import type { Bundle, BundleVote } from "../bundle";
import type { ImportFile, Parsed } from "../formats";
import { headOf } from "../outline-to-bundle";
import type { Problem } from "../report";
import { importLimits } from "../schema";
import { textOf } from "../decode";
import { polisFiles, type PolisFiles } from "./files";
import { compareCells, readParticipants } from "./participants";
import { readVotes } from "./read-votes";
import { countEvents, signOf } from "./sign";
import { authorRef, numberOf, readStatements, type Statements } from "./statements";
import { readSummary, type Summary } from "./summary";
import { impactOf, type Vote, type VoteTable } from "./votes";

/**
 * Reads a Polis export: statements become direct arguments for the topic (they have no stance of
 * their own), the last vote of each participant an impact of 4, 2 or 0. Which sign means agree is
 * found by comparing the votes with the counts in `comments.csv`.
 *
 * @param files the export's files, or one zip of them
 */
export async function readPolis(files: readonly ImportFile[]): Promise<Parsed> {
  const problems: Problem[] = [];
  const found = await polisFiles(files);
  if (!found) return { bundle: null, problems: [{ severity: "error", code: "ZIP_UNREADABLE" }] };
  for (const [kind, name] of [
    ["comments", "comments.csv"],
    ["votes", "votes.csv"],
  ] as const) {
    if (!found[kind]) problems.push({ severity: "error", code: "FILE_MISSING", file: name });
    else if (kind === "comments" && found[kind].size > importLimits.text) {
      problems.push({ severity: "error", code: "TOO_LARGE", file: name });
    }
  }
  if (problems.length > 0) return { bundle: null, problems };
  return readFound(found, files[0]?.name ?? "", problems);
}

async function readFound(found: PolisFiles, name: string, problems: Problem[]): Promise<Parsed> {
  const now = new Date().toISOString();
  const statements = readStatements(await textOf(found.comments!), now, problems);
  const known = new Set(statements.arguments.map(({ number }) => Number(number) - 1));
  const votes = await readVotes(found.votes!, known, importLimits.votes, problems);
  turnIfNeeded(votes, statements, problems);
  const last = votes.last();
  if (found.participants) {
    const cells = await readParticipants(found.participants, problems);
    if (cells) problems.push(compareCells(cells, last()));
  }
  if (problems.some(({ severity }) => severity === "error")) return { bundle: null, problems };
  const summary = await summaryOf(found, name, problems);
  const bundle = bundleOf(summary, statements, last, now);
  const authors = { count: statements.authors.size };
  problems.push(
    {
      severity: "note",
      code: "STANCE_OF_STATEMENTS",
      params: { count: statements.arguments.length },
    },
    { severity: "note", code: "AUTHORS_APART", params: authors, file: "comments.csv" },
  );
  return { bundle, problems };
}

/** Turns the votes to plus = agree, and reports what the counts say. */
function turnIfNeeded(votes: VoteTable, { stated }: Statements, problems: Problem[]): void {
  const file = "votes.csv";
  const sign = signOf(countEvents(votes), stated);
  if (sign === "minus") {
    votes.turn();
    problems.push({ severity: "note", code: "SIGN_TURNED", file });
  } else if (sign === "unsure") problems.push({ severity: "warning", code: "SIGN_UNSURE", file });
  const counted = countEvents(votes);
  const different = [...stated].filter(([statement, { agrees, disagrees }]) => {
    const count = counted.get(statement) ?? { agrees: 0, disagrees: 0 };
    return count.agrees !== agrees || count.disagrees !== disagrees;
  });
  const events = { events: votes.size, statements: stated.size };
  problems.push(
    different.length === 0
      ? { severity: "note", code: "EVENTS_EQUAL", params: events, file }
      : {
          severity: "warning",
          code: "EVENTS_DIFFER",
          params: { ...events, count: different.length, first: different[0]![0] },
          file,
        },
  );
}

async function summaryOf(found: PolisFiles, name: string, problems: Problem[]): Promise<Summary> {
  const summary = found.summary ? readSummary(await textOf(found.summary)) : null;
  if (summary?.topic) return summary;
  problems.push({ severity: "warning", code: "TOPIC_MISSING", file: "summary.csv" });
  const stem = /^(.+)\.zip$/i
    .exec(name)?.[1]
    ?.replace(/[_.-]+/g, " ")
    .trim();
  const topic = stem || "Polis conversation";
  return { topic, description: summary?.description ?? "", url: summary?.url ?? null };
}

function bundleOf(
  { topic, description, url }: Summary,
  statements: Statements,
  last: () => Generator<Vote>,
  now: string,
): Bundle {
  const people = new Set(statements.authors);
  for (const { person } of last()) people.add(person);
  const head = headOf({ title: topic, motion: topic, motionNote: description }, now);
  const times = statements.arguments.map(({ createdAt }) => createdAt).sort();
  const begun = times[0] ?? now;
  return {
    head: {
      ...head,
      origin: url,
      debate: { ...head.debate, createdAt: begun, openedAt: begun, people: people.size },
      people: [...statements.authors]
        .sort((a, b) => a - b)
        .map((author) => ({
          ref: authorRef(author),
          handle: "",
          name: `Participant ${author}`,
          editorial: false,
        })),
    },
    arguments: () => statements.arguments,
    revisions: () => [],
    votes: () => votesOf(last(), begun),
    comments: () => [],
  };
}

/** In the order of participants and statements. */
function* votesOf(last: Iterable<Vote>, begun: string): Generator<BundleVote> {
  for (const { statement, person, opinion, time } of last) {
    yield {
      argument: numberOf(statement),
      voter: String(person),
      impact: impactOf(opinion),
      version: 1,
      at: time > 0 ? new Date(time).toISOString() : begun,
    };
  }
}
