import { describe, expect, it } from "vitest";
import { growTree } from "@/tests/bench/large-tree";
import { inventVotes } from "@/tests/bench/large-votes";
import { createRandom } from "@/tests/bench/random";

const grow = (seed: number) => growTree(createRandom(seed), 400, 50);

describe("The big invented debate for benches", () => {
  it("is the same for the same seed number, and another for another", () => {
    expect(grow(1)).toEqual(grow(1));
    expect(grow(1)).not.toEqual(grow(2));
  });

  it("numbers every reply below its parent, without gaps or repeats", () => {
    const nodes = grow(1);
    const numbers = new Set(nodes.map((node) => node.path.join(".")));
    expect(numbers.size).toBe(nodes.length);
    for (const { path, parent } of nodes) {
      expect(path.slice(0, -1)).toEqual(parent === null ? [] : nodes[parent]!.path);
      const before = [...path.slice(0, -1), path.at(-1)! - 1].join(".");
      expect(path.at(-1) === 1 || numbers.has(before)).toBe(true);
    }
  });

  it("has deep threads, and titles that fit", () => {
    const nodes = grow(1);
    expect(Math.max(...nodes.map((node) => node.path.length))).toBeGreaterThanOrEqual(8);
    expect(Math.max(...nodes.map((node) => node.title.length))).toBeLessThanOrEqual(140);
  });

  it("lets nobody vote twice on an argument, or on their own", () => {
    const nodes = grow(1);
    const votes = inventVotes(createRandom(1), nodes, 50, 4000);
    expect(votes).toHaveLength(4000);
    expect(new Set(votes.map((vote) => `${vote.argument}/${vote.person}`)).size).toBe(4000);
    expect(votes.filter((vote) => nodes[vote.argument]!.author === vote.person)).toEqual([]);
    expect(new Set(votes.map((vote) => vote.impact))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it("says what to do when more votes are wanted than people can cast", () => {
    expect(() => inventVotes(createRandom(1), grow(1), 3, 4000)).toThrow("Ask for fewer votes");
  });
});
