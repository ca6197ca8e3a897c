import { commentLink } from "@/lib/discussion/links";
import { routes } from "@/lib/routes";
import { publicId } from "@/lib/shared/ids";
import type { SearchKind } from "./schema";

/** What a link to a thing needs to know; the numbers that do not belong to its kind are null. */
export type Found = {
  debateId: number;
  kind: SearchKind;
  itemId: number;
  slug: string;
  argumentId: number | null;
  path: number[] | null;
  factNumber: number | null;
  sourceNumber: number | null;
};

/** Where a thing stands on this site. */
export function placeOf(found: Found): string {
  const { debateId, itemId, slug } = found;
  switch (found.kind) {
    case "DEBATE":
      return routes.debate(slug);
    case "ARGUMENT":
      return routes.argument(slug, publicId({ debateId, id: itemId }));
    case "COMMENT": {
      const argument = publicId({ debateId, id: found.argumentId ?? 0 });
      return commentLink(slug, argument, publicId({ debateId, id: itemId }));
    }
    case "FACT":
      return `${routes.brief(slug)}#F${found.factNumber}`;
    case "ACTOR":
      return `${routes.brief(slug)}#person-${itemId}`;
    case "QUESTION":
      return `${routes.brief(slug)}#question-${itemId}`;
    case "TERM":
      return `${routes.brief(slug)}#term-${itemId}`;
    case "SOURCE":
      return `${routes.sources(slug)}#S${found.sourceNumber}`;
  }
}

/** The number readers see, or null. */
export function numberOf(found: Found): string | null {
  if (found.path) return found.path.join(".");
  if (found.factNumber !== null) return `F${found.factNumber}`;
  return found.sourceNumber === null ? null : `S${found.sourceNumber}`;
}
