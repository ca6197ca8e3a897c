import { describe, expect, test } from "vitest";
import { translator } from "@/lib/i18n/translator";
import { changeReplySchema, saveReplySchema } from "@/lib/moderation/queue-schema";
import { queueLimits } from "@/lib/moderation/queue-vocabulary";
import { canKeepReply, putReply } from "@/lib/moderation/replies";
import { granted, refused } from "@/lib/shared/permission";

describe("A moderator keeps a reply", () => {
  test("under a name that no other of theirs has", () => {
    expect(canKeepReply({ others: 0, nameTaken: false })).toEqual(granted);
    expect(canKeepReply({ others: 1, nameTaken: true })).toEqual(refused("REPLY_NAME_TAKEN"));
  });

  test("until they have thirty", () => {
    expect(queueLimits.replies).toBe(30);
    expect(canKeepReply({ others: 29, nameTaken: false })).toEqual(granted);
    expect(canKeepReply({ others: 30, nameTaken: false })).toEqual(refused("REPLIES_FULL"));
  });

  test("and reads why not", () => {
    const t = translator("errors");
    expect(t("REPLY_NAME_TAKEN")).toMatch(/^You keep another reply under this name\./);
    expect(t("REPLIES_FULL")).toMatch(/^You keep as many replies/);
  });

  test("with a name of one line and words that a public reason can have", () => {
    const kept = saveReplySchema.parse({ name: " A\nshop ", text: " It sells. " });
    expect(kept).toEqual({ name: "A shop", text: "It sells." });
    const fails = (input: object) => !saveReplySchema.safeParse(input).success;
    expect(fails({ name: "", text: "It sells." })).toBe(true);
    expect(fails({ name: "n".repeat(61), text: "It sells." })).toBe(true);
    expect(fails({ name: "A shop", text: "No" })).toBe(true);
    expect(fails({ name: "A shop", text: "w".repeat(1001) })).toBe(true);
    expect(fails({ name: "A shop", text: "It sells.", userId: 7 })).toBe(true);
    expect(changeReplySchema.parse({ reply: "7" })).toEqual({ reply: 7 });
  });
});

describe("A saved reply", () => {
  test("takes the place of the usual words", () => {
    expect(putReply({ own: undefined }, "It sells.").own).toBe("It sells.");
    expect(putReply({ own: "" }, "It sells.").own).toBe("It sells.");
  });

  test("comes below what was typed, of which nothing is lost", () => {
    expect(putReply({ own: "See page 3. " }, "It sells.").own).toBe("See page 3.\n\nIt sells.");
  });

  test("gives way to the next one that is chosen, and to none", () => {
    const first = putReply({ own: "See page 3." }, "It sells.");
    const second = putReply(first, "It insults.");
    expect(second.own).toBe("See page 3.\n\nIt insults.");
    expect(putReply(second, "").own).toBe("See page 3.");
    expect(putReply(putReply({ own: undefined }, "It sells."), "").own).toBeUndefined();
  });

  test("stays where it was changed by hand", () => {
    const first = putReply({ own: undefined }, "It sells.");
    const changed = { ...first, own: "It sells hats." };
    expect(putReply(changed, "It insults.").own).toBe("It sells hats.\n\nIt insults.");
    expect(putReply(changed, "").own).toBe("It sells hats.");
  });
});
