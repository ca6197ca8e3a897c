import { describe, expect, it } from "vitest";
import { nameSchema } from "@/lib/accounts/schema";

const problem = (name: string) => nameSchema.safeParse(name).error?.issues[0]?.message ?? null;

describe("names", () => {
  it.each([
    "Ann Example",
    "Zoë O’Brien-Öberg",
    "Иван Петров",
    "Ivan Петров",
    "王小明",
    "さくら 花子",
    "김민준",
    "محمد علي",
    "शिव कुमार",
    "R2 D2",
    "Dr. Ann B. (she)",
  ])("%s is a name", (name) => {
    expect(problem(name)).toBeNull();
  });

  it.each([
    ["a Cyrillic letter among Latin ones", "\u0410nn", "NAME_MIXED_SCRIPTS"],
    ["a Greek letter among Latin ones", "Br\u03bfwn", "NAME_MIXED_SCRIPTS"],
    ["a turned reading direction", "Ann\u202Egnp", "HIDDEN_CHARACTERS"],
    ["a soft hyphen", "An\u00ADn", "HIDDEN_CHARACTERS"],
    ["a zero-width space", "An\u200Bn", "NAME_CHARACTERS"],
    ["a NUL", "An\u0000n", "CONTROL_CHARACTERS"],
    ["a check mark", "Ann ✓", "NAME_CHARACTERS"],
    ["no letter", "123", "NAME_CHARACTERS"],
    ["nothing", "   ", "REQUIRED"],
    ["too much", "a".repeat(61), "TOO_LONG"],
  ])("a name with %s is refused", (_what, name, code) => {
    expect(problem(name)).toBe(code);
  });
});
