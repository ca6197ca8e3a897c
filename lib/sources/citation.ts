import type { CitationView } from "@/lib/arguments/view";

/** What a statement reads of a citation to show it: `select: citationSelect`. */
export const citationSelect = {
  quotation: true,
  note: true,
  source: {
    select: {
      number: true,
      title: true,
      publisher: true,
      url: true,
      published: true,
      kind: true,
      note: true,
    },
  },
} as const;

type CitationRow = {
  quotation: string;
  note: string;
  source: Omit<CitationView, "quotation">;
};

/** A citation as readers see it: what is known about the passage, else about the source. */
export function toCitationView({ quotation, note, source }: CitationRow): CitationView {
  return { ...source, quotation, note: note || source.note };
}
