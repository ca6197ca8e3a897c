import { expect, test } from "vitest";
import { latinStem } from "@/lib/shared/latin";

test.each([
  ["Should the library open on Sundays?", 72, "should-the-library-open-on-sundays"],
  ["  Łódź, Weißensee & Øresund ", 72, "lodz-weissensee-oresund"],
  ["Œuvre, Ærø, ﬁne", 72, "oeuvre-aero-fine"],
  ["one two three", 8, "one-two"],
  ["one two three", 7, "one-two"],
  ["図書館は日曜日に開くべきか", 72, ""],
  ["…?!", 72, ""],
])("%j is found in addresses, in %i characters, as %j", (name, most, stem) => {
  expect(latinStem(name, most)).toBe(stem);
});
