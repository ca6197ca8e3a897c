import type { LargeNode } from "./large-tree";

/** Indexes into the tree and the people. */
export type LargeVote = { argument: number; person: number; impact: number };

/**
 * Invented votes, the same for the same generator, none twice and none on a voter's own argument.
 * A few arguments get most of them; people lean one way or the other, so that opinion groups can be
 * found. Pure.
 * @throws Error when more than half of all possible votes are wanted.
 */
export function inventVotes(
  random: () => number,
  nodes: readonly LargeNode[],
  people: number,
  wanted: number,
): LargeVote[] {
  if (wanted > (nodes.length * (people - 1)) / 2)
    throw new Error("Ask for fewer votes, or for more people or arguments.");
  const leanings = Array.from({ length: people }, () => (random() < 0.55 ? 1 : -1) * random());
  const merits = nodes.map(() => random() * 2 - 1);
  const cast = new Set<number>();
  const votes: LargeVote[] = [];
  while (votes.length < wanted) {
    const argument = Math.floor(nodes.length * random() ** 2);
    const person = Math.floor(random() * people);
    const key = argument * people + person;
    if (cast.has(key) || nodes[argument]!.author === person) continue;
    cast.add(key);
    const agreement = leanings[person]! * nodes[argument]!.side * 1.6;
    const impact = Math.round(2 + agreement + merits[argument]! + (random() - 0.5) * 2);
    votes.push({ argument, person, impact: Math.min(4, Math.max(0, impact)) });
  }
  return votes;
}
