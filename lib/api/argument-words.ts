import { getArgument } from "@/lib/arguments/queries/argument";
import type { ArgumentView } from "@/lib/arguments/view";
import { DomainError } from "@/lib/shared/errors";
import type { Viewer } from "@/lib/shared/viewer";
import { toCitationInput } from "./shapes/argument";

/** @throws DomainError NOT_FOUND */
export async function readArgument(id: string, viewer: Viewer | null): Promise<ArgumentView> {
  const argument = await getArgument(id, viewer);
  if (!argument) throw new DomainError("NOT_FOUND");
  return argument;
}

type Cited = { title: string; publisher: string; quotation: string } & {
  [Key in "url" | "published"]?: string | undefined;
};

type Words = {
  title?: string | undefined;
  body?: string | undefined;
  sources?: Cited[] | undefined;
  factIds?: number[] | undefined;
};

/** The words of an argument after a change: what is left out of it stays as it is. */
export function changedWords(before: ArgumentView, { title, body, sources, factIds }: Words) {
  return {
    title: title ?? before.title,
    body: body ?? before.body,
    sources: sources ?? before.sources.map((source): Cited => toCitationInput(source)),
    factIds: factIds ?? before.facts.map((fact) => fact.id),
  };
}
