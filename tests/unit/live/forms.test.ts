import { expect, test } from "vitest";
import { pluralForms, sayCount } from "@/components/live/forms";

test("A script counts in every form of a language", () => {
  const english = pluralForms("en", (count) => `${count} new ${count === 1 ? "reply" : "replies"}`);
  expect(english).toMatchObject({ one: "{count} new reply", other: "{count} new replies" });
  expect([0, 1, 2, 12_000].map((count) => sayCount(english, count, "en"))).toEqual([
    "0 new replies",
    "1 new reply",
    "2 new replies",
    "12,000 new replies",
  ]);
  const polish = pluralForms("pl", (count) => `głosy: ${count}`);
  expect(Object.keys(polish).sort()).toEqual(["=0", "few", "many", "one"]);
  expect(sayCount(polish, 22, "pl")).toBe("głosy: 22");
});

test("Nobody is said in words of its own", () => {
  const forms = pluralForms("en", (count) => (count === 0 ? "Discuss" : `Discuss ${count}`));
  expect(sayCount(forms, 0, "en")).toBe("Discuss");
  expect(sayCount(forms, 4, "en")).toBe("Discuss 4");
});
