import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { canAddWebhook, mostAttempts, waitAfter } from "@/lib/webhooks/rules";
import { changeWebhookSchema, createWebhookSchema } from "@/lib/webhooks/schema";
import { webhookLimits } from "@/lib/webhooks/vocabulary";
import { newSecret, openSecret, sealSecret } from "@/lib/webhooks/secret";
import { signatureOf } from "@/lib/webhooks/signature";
import { asViewer } from "@/tests/factories/viewer";

const member = asViewer({ id: 1, handle: "ada", name: "Ada" });

describe("A webhook", () => {
  test("can be had by members, ten each", () => {
    expect(canAddWebhook(member, 0)).toEqual({ granted: true });
    expect(canAddWebhook(null, 0)).toEqual({ granted: false, because: "SIGN_IN_REQUIRED" });
    expect(canAddWebhook({ ...member, scopes: ["read"] }, 0)).toEqual({
      granted: false,
      because: "SCOPE_MISSING",
    });
    expect(canAddWebhook(member, webhookLimits.each)).toEqual({
      granted: false,
      because: "WEBHOOK_LIMIT",
    });
  });

  test("hears of events that exist, each once, and of one at least", () => {
    const parse = (events: unknown) =>
      createWebhookSchema.safeParse({ url: "https://example.org/", events, debate: "" });
    expect(parse(["votes.changed", "argument.created", "votes.changed"]).data).toEqual({
      url: "https://example.org/",
      events: ["argument.created", "votes.changed"],
      debate: undefined,
    });
    expect(parse("comment.created").data?.events).toEqual(["comment.created"]);
    expect(parse(undefined).error?.issues[0]?.message).toBe("EVENT_REQUIRED");
    expect(parse(["ping"]).success).toBe(false);
    expect(changeWebhookSchema.safeParse({ webhookId: 1, events: [] }).success).toBe(false);
  });
});

describe("A delivery", () => {
  test("is tried eight times within about a day, later and later, and not all at the same moment", () => {
    const [early, late] = [0, 1].map((chance) =>
      Array.from({ length: mostAttempts - 1 }, (_, index) => waitAfter(index + 1, chance)!),
    );
    for (const waits of [early!, late!]) {
      expect([...waits].sort((a, b) => a - b)).toEqual(waits);
      const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
      expect(hours).toBeGreaterThan(18);
      expect(hours).toBeLessThan(30);
    }
    expect(early![0]!).toBeLessThan(late![0]!);
    expect(early![0]!).toBeGreaterThan(10_000);
    expect(waitAfter(mostAttempts, 0)).toBeNull();
  });

  test("is signed over its moment and its body", () => {
    const mac = createHmac("sha256", "whsec_x").update('1764000000.{"a":1}').digest("hex");
    expect(signatureOf("whsec_x", '{"a":1}', 1_764_000_000)).toBe(`t=1764000000,v1=${mac}`);
    expect(signatureOf("whsec_x", '{"a":2}', 1_764_000_000)).not.toContain(mac);
    expect(signatureOf("whsec_x", '{"a":1}', 1_764_000_001)).not.toContain(mac);
    expect(signatureOf("whsec_y", '{"a":1}', 1_764_000_000)).not.toContain(mac);
  });
});

describe("A webhook's secret", () => {
  test("is kept sealed, differently each time, and opened again", () => {
    const secret = newSecret();
    expect(secret).toMatch(/^whsec_[\w-]{43}$/);
    const [one, two] = [sealSecret(secret), sealSecret(secret)];
    expect(one).not.toContain(secret);
    expect(one).not.toBe(two);
    expect(openSecret(one)).toBe(secret);
  });

  test("is not opened when a character of it was changed", () => {
    const sealed = sealSecret(newSecret());
    const at = sealed.indexOf(".") + 2;
    const other = sealed[at] === "A" ? "B" : "A";
    expect(openSecret(sealed.slice(0, at) + other + sealed.slice(at + 1))).toBeNull();
    expect(openSecret("nonsense")).toBeNull();
  });
});
