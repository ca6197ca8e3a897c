import "server-only";
import { publicId } from "@/lib/shared/ids";
import { db } from "@/lib/db/client";
import type { SourceView } from "@/lib/debates/view";

/**
 * The numbered sources of a debate, in the order of their numbers, each with what cites it.
 * Archived arguments are not counted.
 */
export async function listSources(debateId: number): Promise<SourceView[]> {
  const [sources, citations] = await Promise.all([readSources(debateId), readCitations(debateId)]);
  const citedBy = new Map<number, SourceView["citedBy"]>();
  for (const { id } of sources) {
    citedBy.set(id, { facts: [], actors: [], arguments: [], elsewhere: 0 });
  }
  for (const citation of citations) {
    const uses = citedBy.get(citation.sourceId);
    if (!uses) continue;
    if (citation.fact) uses.facts.push({ number: citation.fact.number });
    else if (citation.actor) uses.actors.push({ name: citation.actor.name });
    else if (citation.argument) uses.arguments.push(toUse(debateId, citation.argument));
    else uses.elsewhere += 1;
  }
  return sources.map((source) => ({ ...source, citedBy: citedBy.get(source.id)! }));
}

type ArgumentUse = { id: number; path: number[]; title: string };

function toUse(debateId: number, { id, path, title }: ArgumentUse) {
  return { id: publicId({ debateId, id }), number: path.join("."), title };
}

function readSources(debateId: number) {
  return db.source.findMany({
    where: { debateId },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      title: true,
      publisher: true,
      url: true,
      published: true,
      kind: true,
      note: true,
      retrievedOn: true,
      archiveUrl: true,
    },
  });
}

/** In the order in which readers meet them: facts by number, people by position, arguments by number. */
function readCitations(debateId: number) {
  return db.citation.findMany({
    where: { debateId, OR: [{ argumentId: null }, { argument: { status: "LIVE" } }] },
    orderBy: [
      { fact: { number: "asc" } },
      { actor: { position: "asc" } },
      { argument: { path: "asc" } },
    ],
    select: {
      sourceId: true,
      fact: { select: { number: true } },
      actor: { select: { name: true } },
      argument: { select: { id: true, path: true, title: true } },
    },
  });
}
