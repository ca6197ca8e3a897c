import type { Db } from "@/lib/db/client";
import { createArgument } from "./create-argument";

/** Gives a debate all that has to stand before it is opened: decision, a sourced fact, both sides. */
export async function makeReady(db: Db, { id: debateId }: { id: number }): Promise<void> {
  const { createdById } = await db.debate.findUniqueOrThrow({ where: { id: debateId } });
  const headline = "The council voted for Sundays.";
  const said = { headline, summary: headline, statusLine: "Decided.", decidedBy: "The council" };
  await db.brief.create({ data: { debateId, ...said } });
  const title = "Minutes of the council";
  const source = await db.source.create({
    data: { debateId, number: 1, title, addedById: createdById },
  });
  const text = "The council voted in May.";
  const fact = await db.fact.create({
    data: { debateId, number: 1, text, certainty: "ESTABLISHED" },
  });
  await db.citation.create({ data: { debateId, factId: fact.id, sourceId: source.id } });
  for (const stance of ["SUPPORT", "OPPOSE"] as const) {
    await createArgument(db, { debateId, stance, authorId: createdById });
  }
}
