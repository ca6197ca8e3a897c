import { firstSentence } from "@/components/arguments/excerpt";
import type { BriefView } from "@/lib/debates/view";
import type { PickableFact } from "./fact-picker";

/** The facts of a brief as one line each, to choose from. */
export function pickableFacts(brief: BriefView | null, locale: string): PickableFact[] {
  return (brief?.facts ?? []).map(({ id, number, text, certainty }) => ({
    id,
    number,
    text: firstSentence(text, locale),
    certainty,
  }));
}
