import "server-only";
import { assertVoice } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { freeSlug } from "@/lib/debates/commands/free-slug";
import { tellChanged } from "@/lib/live/changes";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import type { Bundle, BundleHead } from "../bundle";
import { checkBundle } from "../check-bundle";
import { Problems } from "../report";
import { canImport } from "../rules";
import type { ImportFormat } from "../schema";
import { insertComments, insertVotes } from "./insert-contributions";
import { insertBackground, insertDecision, insertFacts, insertSources } from "./insert-brief";
import { dropIfUnused, insertPeople, insertVoters } from "./insert-people";
import { curateAsBefore } from "./insert-curation";
import { insertArguments, insertRevisions } from "./insert-tree";
import type { Place } from "./known";
import { linkArguments } from "./link-arguments";

export type ImportOptions = {
  format: ImportFormat;
  /** SHA-256 of the file's bytes, in hex: the same file twice changes nothing. */
  fileHash: string;
  /** Open to everybody at once (or closed or archived, as it was) instead of a draft. */
  publish?: boolean;
  /** Whether this very site signed the file; only then are its handles people here. */
  ours?: boolean;
  /** See `Place`. */
  onInserted?: Place["onInserted"];
};

export type ImportedDebate = {
  slug: string;
  title: string;
  /** False when this file had been imported before. */
  created: boolean;
};

const patience = { maxWait: 10_000, timeout: 15 * 60_000 };

/**
 * Brings in a whole debate with its brief, tree, former states, votes and comments, in one
 * transaction; times are kept. One import at a time.
 *
 * @param actor null for whoever runs the site, from the command line
 * @throws DomainError the refusal of `canImport`, or INVALID_INPUT for a bundle that has errors
 */
export async function importBundle(
  actor: Actor | null,
  bundle: Bundle,
  options: ImportOptions,
): Promise<ImportedDebate> {
  if (actor) assertGranted(canImport(actor));
  const problems = new Problems();
  await checkBundle(bundle, problems);
  if (problems.errors > 0) throw new DomainError("INVALID_INPUT");
  return insertChecked(actor, bundle, options);
}

/** As `importBundle`, after `checkBundle` has found no error. */
export async function insertChecked(
  actor: Actor | null,
  bundle: Bundle,
  options: ImportOptions,
): Promise<ImportedDebate> {
  if (actor) assertGranted(canImport(actor));
  const made = await db.$transaction(async (tx) => {
    if (actor) await assertVoice(tx, actor);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('counterpoint.import'))`;
    const before = await tx.importRecord.findUnique({
      where: { fileHash: options.fileHash },
      select: { debate: { select: { id: true, slug: true, title: true } } },
    });
    if (before) return { ...before.debate, created: false };
    const importerId = actor?.id ?? (await operatorId(tx));
    return { ...(await insertAll(tx, bundle, importerId, options)), created: true };
  }, patience);
  const { id, ...debate } = made;
  if (made.created) tellChanged(...affected.vote(id));
  return debate;
}

async function insertAll(
  tx: Transaction,
  bundle: Bundle,
  importerId: number,
  { format, fileHash, publish = false, ours = false, onInserted = () => undefined }: ImportOptions,
): Promise<{ id: number; slug: string; title: string }> {
  // Counted once, at the end (see the migration imported_debates).
  await tx.$executeRaw`SELECT set_config('counterpoint.bulk', 'yes', true)`;
  const { head } = bundle;
  const debate = await insertDebate(tx, head, importerId, publish);
  const debateId = debate.id;
  const people = await insertPeople(tx, head, ours);
  const sources = await insertSources(tx, debateId, importerId, head.sources);
  await insertDecision({ tx, debateId, sources }, head.brief);
  const facts = await insertFacts({ tx, debateId, sources }, head.facts);
  const place: Place = { tx, debateId, importerId, ...people, sources, facts, onInserted };
  await insertBackground(place, head);
  const tree = await insertArguments(place, bundle);
  await curateAsBefore(place, bundle, tree);
  await insertRevisions(place, bundle, tree);
  await linkArguments(place, debate.slug, tree);
  const voters = await insertVoters(tx, bundle.votes());
  await insertVotes(place, bundle.votes(), tree, voters);
  await insertComments(place, bundle.comments(), tree);
  await dropIfUnused(tx, place.erasedId);
  await tx.$executeRaw`SELECT count_debate_anew(${debateId}::int)`;
  if (head.debate.people !== null) await countPeopleOnce(tx, debateId, head.debate.people);
  await tx.importRecord.create({
    data: { fileHash, format, debateId, importedById: importerId },
    select: { fileHash: true },
  });
  return debate;
}

async function insertDebate(
  tx: Transaction,
  { debate }: BundleHead,
  createdById: number,
  publish: boolean,
): Promise<{ id: number; slug: string; title: string }> {
  const { title, motion, motionNote, language, createdAt, updatedAt } = debate;
  const status = publish ? (debate.status === "DRAFT" ? "OPEN" : debate.status) : "DRAFT";
  return tx.debate.create({
    data: {
      ...{ title, motion, motionNote, language, createdAt, updatedAt, status, createdById },
      slug: await freeSlug(tx, debate.slug),
      openedAt: publish ? (debate.openedAt ?? new Date()) : null,
    },
    select: { id: true, slug: true, title: true },
  });
}

/** In whose name the command line imports: the editors, else the first administrator. */
async function operatorId(tx: Transaction): Promise<number> {
  const first = { orderBy: { id: "asc" }, select: { id: true } } as const;
  const account =
    (await tx.user.findFirst({ where: { kind: "EDITORIAL" }, ...first })) ??
    (await tx.user.findFirst({ where: { status: "ACTIVE", role: "ADMINISTRATOR" }, ...first }));
  if (!account) throw new DomainError("IMPORT_WITHOUT_ACCOUNT");
  return account.id;
}

/**
 * Voters and authors of a file are different accounts here, though some are one person: so many
 * are counted as took part where the file comes from.
 */
async function countPeopleOnce(tx: Transaction, debateId: number, people: number): Promise<void> {
  await tx.$executeRaw`
    WITH counted AS (SELECT count(*)::int AS n FROM participations WHERE debate_id = ${debateId}),
    surplus AS (
      SELECT p.user_id FROM participations p JOIN users u ON u.id = p.user_id AND u.kind = 'IMPORTED'
      WHERE p.debate_id = ${debateId}
        AND NOT EXISTS (SELECT FROM arguments a WHERE a.debate_id = p.debate_id AND a.author_id = p.user_id)
        AND NOT EXISTS (SELECT FROM comments c WHERE c.debate_id = p.debate_id AND c.author_id = p.user_id)
      ORDER BY p.user_id DESC
      LIMIT (SELECT greatest(0, n - ${people}::int) FROM counted)),
    gone AS (
      DELETE FROM participations p USING surplus s
      WHERE p.debate_id = ${debateId} AND p.user_id = s.user_id RETURNING p.user_id)
    UPDATE debate_counts SET people = people - (SELECT count(*) FROM gone) WHERE debate_id = ${debateId}`;
}
