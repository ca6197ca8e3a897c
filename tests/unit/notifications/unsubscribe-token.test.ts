import { describe, expect, test } from "vitest";
import { readUnsubscribeToken, unsubscribeToken } from "@/lib/notifications/unsubscribe-token";

const secret = "a secret of thirty-two characters";

describe("The token of an unsubscribe link", () => {
  test("names its person, and fits into an address as it is", () => {
    const token = unsubscribeToken(17, secret);
    expect(readUnsubscribeToken(token, secret)).toBe(17);
    expect(encodeURIComponent(token)).toBe(token);
  });

  test("is worth nothing for another person, under another secret, or changed", () => {
    const token = unsubscribeToken(17, secret);
    const [, signature] = token.split(".");
    const flipped = token.slice(0, -2) + (token.at(-2) === "A" ? "B" : "A") + token.at(-1);
    for (const forged of [
      `18.${signature}`,
      `017.${signature}`,
      `17.${signature}x`,
      `17.${signature!.slice(1)}`,
      flipped,
      signature!,
      "17.",
      "",
      "17",
    ]) {
      expect([forged, readUnsubscribeToken(forged, secret)]).toEqual([forged, null]);
    }
    expect(readUnsubscribeToken(token, "another secret, also long enough")).toBeNull();
  });
});
