import { Zip, ZipDeflate } from "fflate";
import { csvRecord } from "@/lib/shared/csv";
import type { Bundle, BundleArgument } from "../bundle";
import { joinClaim } from "../claim-text";
import { countEvents } from "./sign";
import { opinionOf, VoteTable } from "./votes";

/** Statements, people and votes of a debate, numbered as Polis numbers them. */
export type Conversation = {
  /** By the argument's number. */
  statements: Map<string, number>;
  authors: Map<string, number>;
  voters: Map<string, number>;
  votes: VoteTable;
};

/**
 * Numbers what Polis numbers. A debate whose arguments are all direct ones keeps its numbers (each
 * less one, as the import made them); authors come after the voters, for nobody may learn which
 * votes are theirs.
 */
export async function conversationOf(bundle: Bundle): Promise<Conversation> {
  const statements = new Map<string, number>();
  const names = new Set<string>();
  for await (const { number, author } of bundle.arguments()) {
    statements.set(number, statements.size);
    names.add(author ?? "");
  }
  const flat = [...statements.keys()].every((number) => !number.includes("."));
  if (flat) for (const number of statements.keys()) statements.set(number, Number(number) - 1);
  const voters = new Map<string, number>();
  const votes = new VoteTable();
  for await (const { argument, voter, impact, at } of bundle.votes()) {
    if (!voters.has(voter)) voters.set(voter, voters.size);
    const statement = statements.get(argument);
    if (statement === undefined) continue;
    votes.add(statement, voters.get(voter)!, opinionOf(impact), Date.parse(at));
  }
  const authors = new Map([...names].map((name, index) => [name, voters.size + index]));
  return { statements, authors, voters, votes };
}

/** "Wed Apr 27 07:51:34 UTC 2022" */
export function datetime(time: number): string {
  const [week, day, month, year, clock] = new Date(time).toUTCString().replace(",", "").split(" ");
  return `${week} ${month} ${day} ${clock} UTC ${year}`;
}

function* summary({ head }: Bundle, found: Conversation, address: string): Generator<string> {
  const { title, motion, motionNote } = head.debate;
  const description = [motion === title ? "" : motion, motionNote].filter(Boolean).join("\n\n");
  yield `${csvRecord(["topic", title])}${csvRecord(["url", address])}views,\n`;
  yield `voters,${found.voters.size}\nvoters-in-conv,${found.voters.size}\n`;
  yield `commenters,${found.authors.size}\ncomments,${found.statements.size}\ngroups,0\n`;
  yield csvRecord(["conversation-description", description]);
}

const wordsOf = ({ title, body }: BundleArgument): string => joinClaim({ title, body });

async function* comments(bundle: Bundle, found: Conversation): AsyncGenerator<string> {
  const counts = countEvents(found.votes);
  yield "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n";
  for await (const argument of bundle.arguments()) {
    const statement = found.statements.get(argument.number)!;
    const time = Date.parse(argument.createdAt);
    const { agrees, disagrees } = counts.get(statement) ?? { agrees: 0, disagrees: 0 };
    const author = found.authors.get(argument.author ?? "")!;
    const moderated = argument.status === "LIVE" ? 1 : -1;
    const places = [time, datetime(time), statement, author, agrees, disagrees, moderated];
    yield csvRecord([...places, wordsOf(argument)]);
  }
}

function* votes(found: Conversation): Generator<string> {
  yield "timestamp,datetime,comment-id,voter-id,vote\n";
  for (const { statement, person, opinion, time } of found.votes.events()) {
    yield `${time},${datetime(time)},${statement},${person},${opinion}\n`;
  }
}

async function* participants(bundle: Bundle, found: Conversation): AsyncGenerator<string> {
  const columns = [...found.statements.values()].sort((a, b) => a - b);
  const places = new Map(columns.map((statement, index) => [statement, index]));
  const names = "participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree";
  yield `${[names, ...columns].join(",")}\n`;
  const row = (person: number, written: number, cells: readonly string[]) => {
    const count = (value: string) => cells.filter((one) => one === value).length;
    const [agrees, disagrees] = [count("1"), count("-1")];
    const given = agrees + disagrees + count("0");
    return `${[person, "", "", written, given, agrees, disagrees, ...cells].join(",")}\n`;
  };
  let person = -1;
  let cells: string[] = [];
  for (const vote of found.votes.last()()) {
    if (vote.person !== person) {
      if (person !== -1) yield row(person, 0, cells);
      person = vote.person;
      cells = columns.map(() => "");
    }
    cells[places.get(vote.statement)!] = String(vote.opinion);
  }
  if (person !== -1) yield row(person, 0, cells);
  const written = new Map<string, number>();
  for await (const { author } of bundle.arguments()) {
    written.set(author ?? "", (written.get(author ?? "") ?? 0) + 1);
  }
  const none = columns.map(() => "");
  for (const [name, id] of found.authors) yield row(id, written.get(name) ?? 0, none);
}

/** Without groups: nobody has been told apart here. */
async function* groups(bundle: Bundle, found: Conversation): AsyncGenerator<string> {
  const passes = new Map<number, number>();
  for (const { statement, opinion } of found.votes.last()()) {
    if (opinion === 0) passes.set(statement, (passes.get(statement) ?? 0) + 1);
  }
  const counts = countEvents(found.votes);
  yield "comment-id,comment,total-votes,total-agrees,total-disagrees,total-passes\n";
  for await (const argument of bundle.arguments()) {
    const statement = found.statements.get(argument.number)!;
    const { agrees, disagrees } = counts.get(statement) ?? { agrees: 0, disagrees: 0 };
    const passed = passes.get(statement) ?? 0;
    const numbers = [agrees + disagrees + passed, agrees, disagrees, passed];
    yield csvRecord([statement, wordsOf(argument), ...numbers]);
  }
}

/** Writes the five files of a Polis export as one zip, piece by piece. */
export async function* writePolis(bundle: Bundle): AsyncGenerator<Uint8Array> {
  const found = await conversationOf(bundle);
  const files: [string, AsyncIterable<string> | Iterable<string>][] = [
    ["summary.csv", summary(bundle, found, bundle.head.origin ?? "")],
    ["comments.csv", comments(bundle, found)],
    ["votes.csv", votes(found)],
    ["participants-votes.csv", participants(bundle, found)],
    ["comment-groups.csv", groups(bundle, found)],
  ];
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const [name, lines] of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    let gathered = "";
    for await (const line of lines) {
      gathered += line;
      if (gathered.length < 65_536) continue;
      entry.push(new TextEncoder().encode(gathered));
      gathered = "";
      yield* ready.splice(0);
    }
    entry.push(new TextEncoder().encode(gathered), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
