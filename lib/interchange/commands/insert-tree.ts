import "server-only";
import type { Bundle, BundleArgument, BundleRevision } from "../bundle";
import { parentOf } from "../bundle-parts";
import { inBatches } from "../streams";
import { citationRows } from "./insert-brief";
import { idOf, personOf, reserveIds, type Place } from "./known";

const atOnce = 500;

/** What is known of an argument once its row is there. */
export type Inserted = {
  id: number;
  parentId: number | null;
  stance: BundleArgument["stance"];
  version: number;
};
export type Tree = Map<string, Inserted>;

/** Inserts the arguments in the file's order, with what they cite. */
export async function insertArguments(place: Place, bundle: Bundle): Promise<Tree> {
  const tree: Tree = new Map();
  const lastReply = await lastReplies(bundle);
  for await (const batch of inBatches(bundle.arguments(), atOnce)) {
    const ids = await reserveIds(place.tx, "arguments", batch.length);
    batch.forEach(({ number, stance, version }, index) => {
      const parent = parentOf(number);
      const parentId = parent === null ? null : tree.get(parent)!.id;
      tree.set(number, { id: ids[index]!, parentId, stance, version });
    });
    await insertRows(place, batch, tree, lastReply);
    place.onInserted(batch.length);
  }
  await place.tx.debate.update({
    where: { id: place.debateId },
    data: {
      nextRoot: Math.max(bundle.head.debate.nextNumber, (lastReply.get("") ?? 0) + 1),
      updatedAt: bundle.head.debate.updatedAt,
    },
    select: { id: true },
  });
  return tree;
}

/** The highest number below each argument ("" is the motion), so that none is given twice. */
async function lastReplies(bundle: Bundle): Promise<Map<string, number>> {
  const last = new Map<string, number>();
  for await (const { number } of bundle.arguments()) {
    const parent = parentOf(number) ?? "";
    const own = Number(number.slice(number.lastIndexOf(".") + 1));
    last.set(parent, Math.max(last.get(parent) ?? 0, own));
  }
  return last;
}

async function insertRows(
  place: Place,
  batch: readonly BundleArgument[],
  tree: Tree,
  lastReply: ReadonlyMap<string, number>,
): Promise<void> {
  const { tx, debateId, facts } = place;
  await tx.argument.createMany({
    data: batch.map((item) => {
      const { number, stance, title, body, status, version, createdAt, updatedAt } = item;
      const { id, parentId } = tree.get(number)!;
      return {
        ...{ debateId, id, parentId, stance, title, body, status, version, createdAt, updatedAt },
        path: number.split(".").map(Number),
        nextChild: Math.max(item.nextNumber, (lastReply.get(number) ?? 0) + 1),
        authorId: personOf(place, item.author),
      };
    }),
  });
  await tx.citation.createMany({
    data: batch.flatMap(({ number, citations }) =>
      citationRows(place, citations, { argumentId: tree.get(number)!.id }),
    ),
  });
  await tx.argumentFact.createMany({
    data: batch.flatMap((item) =>
      item.facts.map((fact) => ({
        ...{ debateId, argumentId: tree.get(item.number)!.id, factId: idOf(facts, fact) },
      })),
    ),
  });
}

/** Inserts the arguments' former states; one that has none gets its present state as the first. */
export async function insertRevisions(place: Place, bundle: Bundle, tree: Tree): Promise<void> {
  const complete = new Set<string>();
  for await (const batch of inBatches(bundle.revisions(), atOnce)) {
    await insertRevisionRows(place, batch, tree);
    for (const { argument, version } of batch)
      if (version === tree.get(argument)!.version) complete.add(argument);
  }
  for await (const batch of inBatches(bundle.arguments(), atOnce)) {
    const missing = batch.filter(({ number }) => !complete.has(number));
    await insertRevisionRows(place, missing.map(presentState), tree);
  }
}

function presentState(argument: BundleArgument): BundleRevision {
  const { number, version, title, body, citations, facts, author } = argument;
  return {
    ...{ argument: number, version, title, body, facts, reason: "", editor: author },
    change:
      argument.status === "ARCHIVED" && version > 1
        ? "ARCHIVED"
        : version === 1
          ? "CREATED"
          : "EDITED",
    citations: citations.map(({ source, quotation }) => ({ source, quotation })),
    createdAt: version === 1 ? argument.createdAt : argument.updatedAt,
  };
}

async function insertRevisionRows(
  place: Place,
  batch: readonly BundleRevision[],
  tree: Tree,
): Promise<void> {
  const { tx, debateId, sources } = place;
  if (batch.length === 0) return;
  await tx.argumentRevision.createMany({
    data: batch.map(({ argument, citations, facts, editor, ...state }) => ({
      ...state,
      debateId,
      argumentId: tree.get(argument)!.id,
      sources: citations.map(({ source, quotation }) => ({
        sourceId: idOf(sources, source),
        quotation,
      })),
      factIds: facts.map((fact) => idOf(place.facts, fact)),
      editorId: personOf(place, editor),
    })),
  });
}
