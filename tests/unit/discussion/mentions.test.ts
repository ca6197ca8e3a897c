import { describe, expect, it } from "vitest";
import { findMentions, linkMentions, mentionLimit } from "@/lib/discussion/mentions";

const person = (handle: string) => `/users/${handle}`;

describe("Names in a comment", () => {
  it("are found at the start, in brackets and before punctuation, once each", () => {
    expect(findMentions("@ada, do you agree with (@Grace-H)? @ada!")).toEqual(["ada", "grace-h"]);
  });

  it("are not found in mail addresses, web addresses, other words, code or links", () => {
    const text =
      "ada@example.org https://example.org/@ada x@ada `@ada` [see @ada](https://example.org) @@ada\n```\n@ada\n```";
    expect(findMentions(text)).toEqual([]);
  });

  it("are found beside letters of any script only with a space between", () => {
    expect(findMentions("Žofie@ada und @ada")).toEqual(["ada"]);
  });

  it("are not the beginning of a longer word", () => {
    expect(findMentions(`@${"a".repeat(31)}`)).toEqual([]);
    expect(findMentions(`@${"a".repeat(30)}`)).toEqual(["a".repeat(30)]);
  });

  it("are at most ten", () => {
    const many = Array.from({ length: 15 }, (_, index) => `@person-${index}`).join(" ");
    expect(findMentions(many)).toHaveLength(mentionLimit);
  });

  it("take no time on long hostile text", () => {
    const started = performance.now();
    for (const text of [
      "[".repeat(4000),
      "`".repeat(3999),
      "<".repeat(4000),
      "@a-".repeat(1300),
      "![".repeat(2000),
    ])
      findMentions(text);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("Linking the names that exist", () => {
  it("leads to the person and leaves unknown names as words", () => {
    expect(linkMentions("@ada and @nobody", ["ada"], person)).toBe(
      "[@ada](/users/ada) and @nobody",
    );
  });

  it("does not let an underline in a name become emphasis", () => {
    expect(linkMentions("@a_b_", ["a_b_"], person)).toBe("[@a\\_b\\_](/users/a_b_)");
  });

  it("leaves code, links and addresses as they were", () => {
    const text =
      "`@ada` [@ada](https://example.org) <https://example.org/@ada> https://x.org/?@ada";
    expect(linkMentions(text, ["ada"], person)).toBe(text);
  });
});
