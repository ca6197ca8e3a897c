import { expect, test } from "vitest";
import { parseFormData, typedValues } from "@/lib/actions/form-data";

function form(...entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

test("dotted names become lists of objects, repeated names become lists", () => {
  const data = form(
    ["title", "A"],
    ["sources.0.title", "S"],
    ["sources.1.title", "T"],
    ["factIds", "1"],
    ["factIds", "2"],
  );
  expect(parseFormData(data)).toEqual({
    title: "A",
    sources: [{ title: "S" }, { title: "T" }],
    factIds: ["1", "2"],
  });
});

test("a form cannot reach the prototype of anything", () => {
  const data = form(["__proto__.admin", "1"], ["a.constructor.prototype.x", "1"], ["title", "A"]);
  expect(parseFormData(data)).toEqual({ title: "A" });
  expect(({} as { admin?: string }).admin).toBeUndefined();
});

test("a name that is both a word and a branch keeps the word", () => {
  expect(parseFormData(form(["a", "1"], ["a.b", "2"]))).toEqual({ a: "1" });
});

test("passwords are never given back", () => {
  expect(typedValues(form(["email", "a@b.c"], ["newPassword", "x"], ["$ACTION_1", "y"]))).toEqual({
    email: "a@b.c",
  });
});
