import type {
  Bundle,
  BundleArgument,
  BundleComment,
  BundleHead,
  BundleRevision,
  BundleVote,
} from "@/lib/interchange/bundle";

type Lists = {
  arguments: BundleArgument[];
  revisions: BundleRevision[];
  votes: BundleVote[];
  comments: BundleComment[];
};
export type PlainBundle = { head: BundleHead } & Lists;

const day = "2026-03-04T05:06:07.000Z";

export function headOf(changes: Partial<BundleHead> = {}): BundleHead {
  return {
    exportedAt: day,
    origin: null,
    licence: "CC BY-SA 4.0",
    debate: {
      slug: "library-on-sundays",
      title: "Should the library open on Sundays?",
      motion: "The library should open on Sundays.",
      motionNote: "",
      status: "OPEN",
      language: "en",
      createdAt: day,
      openedAt: day,
      updatedAt: day,
      nextNumber: 1,
      people: null,
    },
    people: [{ ref: "p1", handle: "ada", name: "Ada Example", editorial: false }],
    sources: [],
    brief: null,
    facts: [],
    actors: [],
    timeline: [],
    openQuestions: [],
    glossary: [],
    caveats: [],
    ...changes,
  };
}

export function argumentOf(number: string, changes: Partial<BundleArgument> = {}): BundleArgument {
  return {
    number,
    stance: "SUPPORT",
    title: `Claim ${number}.`,
    body: "",
    status: "LIVE",
    version: 1,
    author: "p1",
    citations: [],
    facts: [],
    nextNumber: 1,
    createdAt: day,
    updatedAt: day,
    ...changes,
  };
}

export function voteOf(argument: string, voter: string, impact: number): BundleVote {
  return { argument, voter, impact, version: 1, at: day };
}

export function commentOf(
  id: number,
  argument: string,
  changes: Partial<BundleComment> = {},
): BundleComment {
  return {
    id,
    argument,
    replyTo: null,
    author: "p1",
    body: `Remark ${id}.`,
    deleted: false,
    version: 1,
    createdAt: day,
    editedAt: null,
    ...changes,
  };
}

/** Lists as a bundle. */
export function bundleOf({ head = headOf(), ...lists }: Partial<PlainBundle> = {}): Bundle {
  return {
    head,
    arguments: () => lists.arguments ?? [],
    revisions: () => lists.revisions ?? [],
    votes: () => lists.votes ?? [],
    comments: () => lists.comments ?? [],
  };
}
