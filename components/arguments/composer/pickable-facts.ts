import { firstSentence } from "@/components/arguments/excerpt";
import type { BriefView } from "@/lib/debates/view";
import type { PickableFact } from "./fact-picker";

/**
 * The facts of a brief that stand, as one line each, to choose from.
 *
 * @param cited ids of facts that are cited already: these stay to be chosen when they were struck
 */
export function pickableFacts(
  brief: BriefView | null,
  locale: string,
  cited: readonly number[] = [],
): PickableFact[] {
  const standing = (brief?.facts ?? []).filter(
    ({ id, certainty }) => certainty !== "STRUCK" || cited.includes(id),
  );
  return standing.map(({ id, number, text, certainty }) => ({
    id,
    number,
    text: firstSentence(text, locale),
    certainty,
  }));
}
