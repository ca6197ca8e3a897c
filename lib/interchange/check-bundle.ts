import type { z } from "zod";
import {
  argumentSchema,
  commentSchema,
  revisionSchema,
  voteSchema,
  type Bundle,
  type BundleArgument,
  type BundleComment,
  type BundleRevision,
  type BundleVote,
  type Stream,
} from "./bundle";
import { parentOf } from "./bundle-parts";
import { addIssues, checkCitations, checkHead, missing, type Known } from "./check-head";
import { lineOf } from "./lines";
import { noCounts, type Counts, type Problems } from "./report";
import { importLimits } from "./schema";

type Tree = Map<string, { index: number; version: number }>;

/** The rest is not looked at: so many mistakes are one mistake, and a hostile file costs little. */
const enoughErrors = 1000;

/**
 * Reads a whole debate and reports everything that keeps it out: shapes, lengths, times, names that
 * lead nowhere or occur twice, replies before what they answer. What has no error can be imported.
 */
export async function checkBundle(bundle: Bundle, problems: Problems): Promise<Counts> {
  const known = checkHead(bundle.head, problems);
  if (!known) return noCounts;
  const tree: Tree = new Map();
  const counts = {
    ...noCounts,
    people: known.people.size,
    sources: known.sources.size,
    facts: known.facts.size,
  };
  const referred: Referred[] = [];
  counts.arguments = await each("arguments", bundle.arguments(), argumentSchema, problems, (at) => {
    checkArgument(at, tree, known, problems);
    referred.push(...referredBy(at));
  });
  for (const { path, number, line } of referred)
    if (!tree.has(number)) missing(problems, path, number, line);
  const revised = new Set<string>();
  await each("revisions", bundle.revisions(), revisionSchema, problems, (at) =>
    checkRevision(at, tree, revised, known, problems),
  );
  const voters = new Map<string, number>();
  const voted = new Set<number>();
  counts.votes = await each("votes", bundle.votes(), voteSchema, problems, (at) =>
    checkVote(at, tree, { voters, voted }, problems),
  );
  counts.voters = voters.size;
  const comments = new Map<number, string>();
  counts.comments = await each("comments", bundle.comments(), commentSchema, problems, (at) =>
    checkComment(at, tree, comments, known, problems),
  );
  return counts;
}

type At<T> = { item: T; path: string; line: number | undefined };

async function each<T extends object>(
  name: "arguments" | "revisions" | "votes" | "comments",
  stream: Stream<T>,
  schema: z.ZodType<T>,
  problems: Problems,
  check: (at: At<T>) => void,
): Promise<number> {
  let count = 0;
  for await (const item of stream) {
    const [path, line] = [`${name}[${count}]`, lineOf(item)];
    count += 1;
    if (count > importLimits[name]) {
      const params = { most: importLimits[name] };
      problems.add({ severity: "error", code: "TOO_MANY_ITEMS", params, path: name });
      break;
    }
    const parsed = schema.safeParse(item);
    if (parsed.success) check({ item: parsed.data, path, line });
    else addIssues(problems, parsed.error, { path, line });
    if (problems.errors >= enoughErrors) break;
  }
  return count;
}

const repeated = <T>({ path, line }: At<T>, value: string) =>
  ({
    severity: "error",
    code: "TWICE",
    params: { value },
    path,
    ...(line === undefined ? {} : { line }),
  }) as const;

function checkArgument(at: At<BundleArgument>, tree: Tree, known: Known, problems: Problems): void {
  const { item, path, line } = at;
  const { number, version, author } = item;
  const parent = parentOf(number);
  if (tree.has(number)) problems.add(repeated(at, number));
  if (parent !== null && !tree.has(parent)) missing(problems, `${path}.number`, parent, line);
  if (author !== null && !known.people.has(author))
    missing(problems, `${path}.author`, author, line);
  checkCitations(item.citations, path, known, problems, line, true);
  checkFacts(item.facts, at, known, problems);
  tree.set(number, { index: tree.size, version });
}

type Referred = { path: string; number: string; line: number | undefined };

/** Arguments that may stand further down in the file. */
function referredBy({ item, path, line }: At<BundleArgument>): Referred[] {
  const { mergedInto, links = [] } = item;
  const below = links.flatMap((link) => link.below ?? []);
  return [
    ...(mergedInto ? [{ path: `${path}.mergedInto`, number: mergedInto, line }] : []),
    ...below.map((number) => ({ path: `${path}.links`, number, line })),
  ];
}

function checkFacts(
  facts: readonly number[],
  at: At<unknown>,
  known: Known,
  problems: Problems,
): void {
  for (const fact of facts)
    if (!known.facts.has(fact)) missing(problems, `${at.path}.facts`, `F${fact}`, at.line);
  if (new Set(facts).size !== facts.length) problems.add(repeated(at, "facts"));
}

function checkRevision(
  at: At<BundleRevision>,
  tree: Tree,
  seen: Set<string>,
  known: Known,
  problems: Problems,
): void {
  const { item, path, line } = at;
  const argument = tree.get(item.argument);
  const key = `${item.argument} v${item.version}`;
  if (!argument) return missing(problems, `${path}.argument`, item.argument, line);
  if (seen.has(key)) problems.add(repeated(at, key));
  seen.add(key);
  if (item.version > argument.version) missing(problems, `${path}.version`, key, line);
  if (item.editor !== null && !known.people.has(item.editor))
    missing(problems, `${path}.editor`, item.editor, line);
  checkCitations(item.citations, path, known, problems, line);
  checkFacts(item.facts, at, known, problems);
}

function checkVote(
  at: At<BundleVote>,
  tree: Tree,
  { voters, voted }: { voters: Map<string, number>; voted: Set<number> },
  problems: Problems,
): void {
  const { argument, voter } = at.item;
  const target = tree.get(argument);
  if (!target) return missing(problems, `${at.path}.argument`, argument, at.line);
  let index = voters.get(voter);
  if (index === undefined) voters.set(voter, (index = voters.size));
  const key = target.index * importLimits.votes + index;
  if (voted.has(key)) problems.add(repeated(at, `${voter}, ${argument}`));
  voted.add(key);
}

function checkComment(
  at: At<BundleComment>,
  tree: Tree,
  seen: Map<number, string>,
  known: Known,
  problems: Problems,
): void {
  const { item, path, line } = at;
  if (!tree.has(item.argument)) missing(problems, `${path}.argument`, item.argument, line);
  if (seen.has(item.id)) problems.add(repeated(at, String(item.id)));
  if (item.replyTo !== null && seen.get(item.replyTo) !== item.argument)
    missing(problems, `${path}.replyTo`, String(item.replyTo), line);
  if (item.author !== null && !known.people.has(item.author))
    missing(problems, `${path}.author`, item.author, line);
  if (!item.deleted && item.body === "")
    problems.add({
      severity: "error",
      code: "REQUIRED",
      path: `${path}.body`,
      ...(line === undefined ? {} : { line }),
    });
  seen.set(item.id, item.argument);
}
