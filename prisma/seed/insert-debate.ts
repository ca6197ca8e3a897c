import type { Transaction } from "@/lib/db/client";
import type { SeedDebate } from "./data-schema";
import { insertArgument } from "./insert-argument";
import { insertGlossaryAndCaveats, insertOpenQuestions, insertTimeline } from "./insert-background";
import {
  idOf,
  insertActors,
  insertDecision,
  insertFacts,
  insertSources,
  type IdByRef,
} from "./insert-brief";

/**
 * Inserts a whole debate, open and featured, in the name of one editorial account.
 * Call it inside a transaction. No votes and no comments are made.
 */
export async function insertDebate(
  tx: Transaction,
  editorId: number,
  data: SeedDebate,
): Promise<void> {
  const { slug, language, title, motion, motionNote } = data.debate;
  const { id: debateId } = await tx.debate.create({
    data: {
      slug,
      language,
      title,
      motion,
      motionNote,
      status: "OPEN",
      featured: true,
      openedAt: new Date(),
      createdById: editorId,
    },
    select: { id: true },
  });
  const sources = await insertSources(tx, debateId, editorId, data);
  await insertDecision(tx, debateId, sources, data.debate);
  const facts = await insertFacts(tx, debateId, sources, data);
  await insertActors(tx, debateId, sources, data);
  await insertTimeline(tx, debateId, sources, data);
  await insertOpenQuestions(tx, debateId, sources, data);
  await insertGlossaryAndCaveats(tx, debateId, facts, data);
  await insertArguments(tx, { debateId, authorId: editorId, sources, facts }, data);
}

/** Inserts the tree in the order of the file, which is what gives each argument its number. */
async function insertArguments(
  tx: Transaction,
  known: { debateId: number; authorId: number; sources: IdByRef; facts: IdByRef },
  data: SeedDebate,
): Promise<void> {
  const ids = new Map<string, number>();
  for (const { ref, parentRef, stance, title, body, sourceRefs, factRefs } of data.arguments) {
    const { id } = await insertArgument(tx, {
      debateId: known.debateId,
      parentId: parentRef === null ? null : idOf(ids, parentRef),
      stance,
      title,
      body,
      authorId: known.authorId,
      sources: sourceRefs.map((source) => ({
        sourceId: idOf(known.sources, source),
        quotation: "",
      })),
      factIds: factRefs.map((fact) => idOf(known.facts, fact)),
    });
    ids.set(ref, id);
  }
}
