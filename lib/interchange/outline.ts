import type { Stance } from "@/lib/arguments/vocabulary";
import type { Problem } from "./report";

/**
 * The tree of a debate as the text formats know it: what their readers make before it becomes a
 * bundle. Arguments are named by their numbers.
 */
export type Outline = {
  title: string;
  motion: string;
  /** What the motion's sentence has no room for. */
  motionNote: string;
  /** Parents before their children, siblings in their order. */
  nodes: OutlineNode[];
};

export type OutlineNode = {
  /** "2.1.3" answers "2.1". */
  number: string;
  stance: Stance;
  title: string;
  /** Markdown. A link to another argument is written with `argumentLink`. */
  body: string;
  sources: OutlineSource[];
  /** Where it stands in the file, from 1. */
  line: number;
};

export type OutlineSource = {
  title: string;
  url: string | null;
  publisher: string;
  /** Partial date. */
  published: string | null;
  quotation: string;
};

/** What a pure reader answers with: no outline when nothing could be made of the text. */
export type Reading = { outline: Outline | null; problems: Problem[] };

/** The address, inside a body, of another argument of the same file: whoever stores it knows its id. */
export const argumentLink = (number: string): string => `argument:${number}`;

export const webAddressPattern = /^https?:\/\/[^\s]+$/i;
