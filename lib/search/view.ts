import type { Stance } from "@/lib/arguments/vocabulary";
import type { SearchKind } from "./schema";
import type { MarkedText } from "./marked-text";

/** One thing found. Ids are public ("42-137"). */
export type SearchHit = {
  kind: SearchKind;
  id: string;
  debate: { slug: string; title: string };
  /** What it is called; for a comment, the argument it is on. */
  title: MarkedText;
  /** Where the words stand in it; empty when the title says all. */
  snippet: MarkedText;
  /** The address readers see: "2.1.3" (for a comment, its argument's), "F7", "S3"; null for the rest. */
  number: string | null;
  /** The side of an argument, or of a comment's argument. */
  stance: Stance | null;
  /** The path of its place on this site. */
  href: string;
};

export type SearchResult = {
  items: SearchHit[];
  nextCursor: string | null;
  /** Nothing had exactly these words: these things have words like them. */
  fuzzy: boolean;
};
