import "server-only";
import { assertStanding, assertVoice } from "@/lib/auth/standing";
import type { Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
import { translator } from "@/lib/i18n/translator";
import { limit } from "@/lib/limits/limit";
import { DomainError } from "@/lib/shared/errors";
import { publicId, type DebateItemRef } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { fieldMessages } from "@/lib/shared/wording";
import { canChangeSuggestion, canWithdrawSuggestion } from "../rules";
import {
  contents,
  type ChangeSuggestionInput,
  type Suggested,
  type WithdrawSuggestionInput,
} from "../schema";
import type { SuggestionKind } from "../vocabulary";
import { assertMayName } from "./intake";
import { asJson, closeRound, openRound } from "./waiting";

export type ChangedSuggestion = { suggestion: string; version: number };

/**
 * Gives what waits other words. Asked back, it waits again with them.
 * @throws DomainError NOT_FOUND, INVALID_INPUT, STALE_VERSION, or the refusal of `canChangeSuggestion`
 *   or `canName`
 */
export async function changeSuggestion(
  actor: Actor,
  { id: ref, version, ...given }: ChangeSuggestionInput,
): Promise<ChangedSuggestion> {
  await limit("changes", actor.id);
  return writing([], async (tx) => {
    await assertVoice(tx, actor);
    const before = await lockOwn(tx, actor, ref);
    assertGranted(canChangeSuggestion(actor, before));
    if (before.version !== version) {
      throw new DomainError("STALE_VERSION", { current: { version: before.version } });
    }
    const { content } = withChanges(before.kind, before.content, given);
    // The words of somebody else's argument may have names in them already.
    if (before.kind === "ARGUMENT" || before.kind === "COMMENT") {
      const prose = `${given.title ?? ""}\n${given.body ?? ""}`;
      await assertMayName(actor, { id: ref.debateId }, prose);
    }
    await tx.suggestion.update({
      where: { debateId_id: { debateId: ref.debateId, id: ref.id } },
      data: {
        content: asJson(content),
        status: "WAITING",
        version: version + 1,
        updatedAt: new Date(),
      },
      select: { id: true },
    });
    if (before.status === "ASKED_BACK") await openRound(tx, ref, before);
    else await outdate(tx, ref);
    return { suggestion: publicId(ref), version: version + 1 };
  });
}

/** Whoever is just deciding read other words: their decision is refused as old. */
async function outdate(tx: Transaction, { debateId, id: suggestionId }: DebateItemRef) {
  await tx.review.updateMany({
    where: { debateId, suggestionId, status: "WAITING" },
    data: { version: { increment: 1 } },
  });
}

/**
 * Takes back what waits; its words are kept for its author. Sent twice it is done once.
 * @throws DomainError NOT_FOUND or the refusal of `canWithdrawSuggestion`
 */
export async function withdrawSuggestion(
  actor: Actor,
  { id: ref }: WithdrawSuggestionInput,
): Promise<ChangedSuggestion> {
  await limit("changes", actor.id);
  return writing([], async (tx) => {
    const before = await lockOwn(tx, actor, ref);
    const done = before.status === "WITHDRAWN" && before.authorId === actor.id;
    if (done) return { suggestion: publicId(ref), version: before.version };
    assertGranted(canWithdrawSuggestion(actor, before));
    const { version } = await tx.suggestion.update({
      where: { debateId_id: { debateId: ref.debateId, id: ref.id } },
      data: { status: "WITHDRAWN", version: { increment: 1 }, updatedAt: new Date() },
      select: { version: true },
    });
    await closeRound(tx, ref, null);
    return { suggestion: publicId(ref), version };
  });
}

async function lockOwn(tx: Transaction, actor: Actor, { debateId, id }: DebateItemRef) {
  await assertStanding(tx, actor);
  await tx.$executeRaw`
    SELECT FROM suggestions WHERE debate_id = ${debateId} AND id = ${id} FOR NO KEY UPDATE`;
  const found = await tx.suggestion.findUnique({
    where: { debateId_id: { debateId, id } },
    select: {
      kind: true,
      status: true,
      why: true,
      version: true,
      content: true,
      authorId: true,
      argumentId: true,
    },
  });
  if (!found) throw new DomainError("NOT_FOUND");
  return { ...found, kind: found.kind as SuggestionKind };
}

/**
 * What a suggestion holds, with other words; those that are not given stay.
 * @throws DomainError INVALID_INPUT by field, also for a field that its kind does not have
 */
export function withChanges(kind: SuggestionKind, stored: unknown, given: object): Suggested {
  const changes = Object.entries(given).filter(([, value]) => value !== undefined);
  const parsed = contents[kind].safeParse({
    ...(stored as object),
    ...Object.fromEntries(changes),
  });
  if (parsed.success) return { kind, content: parsed.data } as Suggested;
  throw new DomainError("INVALID_INPUT", {
    fields: fieldMessages(parsed.error, translator("errors")),
  });
}
