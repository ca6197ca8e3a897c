import type { DraftValues } from "@/lib/arguments/draft";
import type { ArgumentView } from "@/lib/arguments/view";

/** An argument as its form's fields hold it, by name. */
export function valuesOf(
  argument: Pick<ArgumentView, "title" | "body" | "sources" | "facts">,
): DraftValues {
  const sources = argument.sources.flatMap((source, index) =>
    (["title", "url", "publisher", "published", "quotation"] as const).map(
      (part) => [`sources.${index}.${part}`, source[part] ?? ""] as const,
    ),
  );
  return {
    title: argument.title,
    body: argument.body,
    factIds: argument.facts.map((fact) => fact.id).join(","),
    ...Object.fromEntries(sources),
  };
}
