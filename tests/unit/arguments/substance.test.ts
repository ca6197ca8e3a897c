import { describe, expect, test } from "vitest";
import { isSubstantial } from "@/lib/arguments/substance";

const title = "The library should open on Sundays.";
const body = "Many people work all week. On Sundays they have time to read and to bring children.";

describe("What voters are asked about again", () => {
  test.each([
    ["another word in the claim", "The library should close on Sundays."],
    ["a word more", "The library should not open on Sundays."],
    ["a word less", "The library should open."],
    ["another number", "The library should open on 2 Sundays."],
    ["a short word for another", "The library should open in Sundays."],
  ])("%s", (_what, changed) => {
    expect(isSubstantial({ title, body }, { title: changed, body })).toBe(true);
  });

  test("a number that lost a digit", () => {
    const claim = (of: string) => ({ title: `It costs ${of} euros.`, body });
    expect(isSubstantial(claim("100000"), claim("10000"))).toBe(true);
  });

  test("reasons of which more than a third are others", () => {
    const other = "Other towns tried it and gave up, because hardly anybody came on Sundays.";
    expect(isSubstantial({ title, body }, { title, body: other })).toBe(true);
    expect(isSubstantial({ title, body }, { title, body: "" })).toBe(true);
  });
});

describe("What stands", () => {
  test.each([
    ["punctuation and case", "the LIBRARY should open on Sundays!"],
    ["one wrong letter", "The libary should open on Sundays."],
    ["two letters swapped", "The library shuold open on Sundays."],
  ])("%s", (_what, changed) => {
    expect(isSubstantial({ title: changed, body }, { title, body })).toBe(false);
  });

  test("a sentence of many put otherwise, and reasons where there were none", () => {
    const polished = body.replace("Many people", "Most people");
    expect(isSubstantial({ title, body }, { title, body: polished })).toBe(false);
    expect(isSubstantial({ title, body: "" }, { title, body })).toBe(false);
  });

  test("a claim in another script", () => {
    const claim = { title: "Библиотека должна открыться.", body: "" };
    expect(isSubstantial(claim, { ...claim, title: "Библиотека должна открыться" })).toBe(false);
    expect(isSubstantial(claim, { ...claim, title: "Библиотека может открыться" })).toBe(true);
  });
});
