import { describe, expect, test } from "vitest";
import { submitArgumentSchema } from "@/lib/arguments/schema";
import { line, prose } from "@/lib/shared/text";

const code = (text: unknown, schema = line({ min: 1, max: 10 })) => {
  const parsed = schema.safeParse(text);
  return parsed.success ? parsed.data : parsed.error.issues[0]!.message;
};

describe("Typed text", () => {
  test.each([
    ["  plain  ", "plain"],
    ["two\nlines", "two lines"],
    ["👩‍🚀 ok", "👩‍🚀 ok"],
    ["e\u0301", "é"],
    ["", "REQUIRED"],
    ["   ", "REQUIRED"],
    [undefined, "REQUIRED"],
    ["eleven char", "TOO_LONG"],
    ["a\u0000b", "CONTROL_CHARACTERS"],
    ["a\u0007b", "CONTROL_CHARACTERS"],
    ["\ud800", "CONTROL_CHARACTERS"],
    ["a\u202Eb", "HIDDEN_CHARACTERS"],
    ["a\u2066b", "HIDDEN_CHARACTERS"],
    ["pa\u00ADy", "HIDDEN_CHARACTERS"],
    ["z\u0335\u0336\u0337\u0338\u0339", "STACKED_MARKS"],
  ])("%j is read as %j", (typed, expected) => expect(code(typed)).toBe(expected));

  test("ten emoji are ten characters, not twenty", () =>
    expect(code("😀".repeat(10))).toBe("😀".repeat(10)));

  test("prose keeps its paragraphs and one kind of line end", () =>
    expect(code("a\r\n\r\nb  \n\n\n\n\nc", prose({ max: 50 }))).toBe("a\n\nb\n\n\nc"));

  test("Persian and Hindi joiners stay, since words need them", () =>
    expect(code("می‌خواهم", prose({ max: 50 }))).toBe("می‌خواهم"));
});

describe("An argument's form", () => {
  const typed = { debate: "x", parentId: "", stance: "SUPPORT", title: "A claim." };
  test("empty source rows are not sources", () => {
    const parsed = submitArgumentSchema.parse({
      ...typed,
      sources: [
        { title: "", url: "" },
        { title: "Report", url: "https://example.org/a" },
      ],
    });
    expect(parsed.sources).toHaveLength(1);
    expect(parsed.parentId).toBeNull();
  });
  test.each(["javascript:alert(1)", "data:text/html,x", "ftp://example.org", "https://"])(
    "%s is not a source's address",
    (url) => {
      const parsed = submitArgumentSchema.safeParse({ ...typed, sources: [{ title: "T", url }] });
      expect(parsed.error?.issues[0]).toMatchObject({
        path: ["sources", 0, "url"],
        message: "WEB_ADDRESS",
      });
    },
  );
  test("fields nobody asked for are refused", () => {
    expect(submitArgumentSchema.safeParse({ ...typed, authorId: 1 }).success).toBe(false);
  });
});
