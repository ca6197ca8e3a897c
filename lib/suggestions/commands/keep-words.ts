import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { TargetRef } from "@/lib/moderation/target";
import type { DebateItemRef } from "@/lib/shared/ids";
import { asJson } from "./waiting";

type Words = Record<string, unknown>;

/**
 * What waits again says what stands now where it was published: its author may have changed it since.
 * Where only the editor's words stand, its author's own stay. Both rows are locked.
 */
export async function keepWords(
  tx: Transaction,
  { debateId, id }: DebateItemRef,
  about: TargetRef,
): Promise<void> {
  const where = { debateId_id: { debateId, id } };
  const sent = await tx.suggestion.findUniqueOrThrow({
    where,
    select: { content: true, accepted: true },
  });
  const content = sent.content as Words;
  const published = (sent.accepted ?? content) as Words;
  const { words, cited } = await standingNow(tx, about);
  const changed = Object.entries(words).filter(([name, text]) => published[name] !== text);
  await tx.suggestion.update({
    where,
    data: { content: asJson({ ...content, ...Object.fromEntries(changed), ...cited }) },
    select: { id: true },
  });
}

async function standingNow(
  tx: Transaction,
  about: TargetRef,
): Promise<{ words: Words; cited: object }> {
  if (about.target === "COMMENT") {
    const { debateId, commentId: id } = about;
    const { body } = await tx.comment.findUniqueOrThrow({
      where: { debateId_id: { debateId, id } },
      select: { body: true },
    });
    return { words: { body }, cited: {} };
  }
  if (about.target !== "ARGUMENT") throw new Error(`A ${about.target} was never accepted.`);
  const { debateId, argumentId: id } = about;
  const { citations, facts, ...words } = await tx.argument.findUniqueOrThrow({
    where: { debateId_id: { debateId, id } },
    select: {
      ...{ title: true, body: true },
      citations: { orderBy: { position: "asc" }, select: citationSelect },
      facts: { orderBy: { factId: "asc" }, select: { factId: true } },
    },
  });
  return {
    words,
    cited: { sources: citations.map(asSent), factIds: facts.map(({ factId }) => factId) },
  };
}

const citationSelect = {
  quotation: true,
  source: { select: { title: true, url: true, publisher: true, published: true } },
} as const;

/** As its form sent it: what is not given is not there. */
function asSent({
  quotation,
  source: { url, published, ...source },
}: {
  quotation: string;
  source: { title: string; url: string | null; publisher: string; published: string | null };
}) {
  return { ...source, quotation, url: url ?? undefined, published: published ?? undefined };
}
