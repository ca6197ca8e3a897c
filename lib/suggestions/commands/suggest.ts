import "server-only";
import { randomUUID } from "node:crypto";
import { findNamed } from "@/lib/arguments/commands/curate";
import { assertVoice } from "@/lib/auth/standing";
import type { Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
import { translator } from "@/lib/i18n/translator";
import { limit } from "@/lib/limits/limit";
import { DomainError } from "@/lib/shared/errors";
import type { DebateItemRef } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canSuggest } from "../rules";
import type { Suggested, SuggestInput } from "../schema";
import type { Waiting } from "../view";
import { letWait } from "./waiting";

/**
 * Suggests other words, a source, another place or a duplicate for somebody else's argument: it waits for an editor.
 * Sending the same submission key again answers with the first result.
 *
 * @throws DomainError NOT_FOUND, INVALID_INPUT for what the debate does not have, or the refusal of
 *   `canSuggest`
 */
export async function suggest(actor: Actor, input: SuggestInput): Promise<Waiting> {
  await limit("flags", actor.id);
  const { argumentId: about } = input;
  return writing([], async (tx) => {
    await assertVoice(tx, actor);
    await assertSuggestable(tx, actor, about);
    return letWait(tx, {
      ...(await contentOf(tx, input)),
      ...{ debateId: about.debateId, argumentId: about.id, authorId: actor.id, why: "SUGGESTED" },
      submissionKey: input.submissionKey ?? randomUUID(),
    });
  });
}

async function assertSuggestable(
  tx: Transaction,
  actor: Actor,
  { debateId, id }: DebateItemRef,
): Promise<void> {
  const argument = await tx.argument.findUnique({
    where: { debateId_id: { debateId, id } },
    select: { status: true, authorId: true, debate: { select: { status: true } } },
  });
  if (!argument || argument.debate.status === "DRAFT") throw new DomainError("NOT_FOUND");
  const { status, authorId, debate } = argument;
  assertGranted(canSuggest(actor, { status, authorId, debateStatus: debate.status }));
}

async function contentOf(tx: Transaction, input: SuggestInput): Promise<Suggested> {
  const { argumentId: about, submissionKey: _key, kind, ...content } = input;
  const { debateId } = about;
  switch (input.kind) {
    case "EDIT":
      await assertFacts(tx, debateId, input.factIds);
      return { kind, content } as Suggested;
    case "SOURCE":
      return { kind, content } as Suggested;
    case "PLACE": {
      const parent = await findNamed(tx, debateId, input.to, "to");
      if (parent?.id === about.id) refuseItself("to");
      const { stance, note } = input;
      return { kind: "PLACE", content: { to: parent?.id ?? null, stance, note } };
    }
    case "DUPLICATE": {
      const other = (await findNamed(tx, debateId, input.of, "of"))!;
      if (other.id === about.id) refuseItself("of");
      return { kind: "DUPLICATE", content: { of: other.id, note: input.note } };
    }
  }
}

/** It cannot stand below itself, nor say the same as itself. */
function refuseItself(field: string): never {
  const words = translator("moderation")("flag.notHere");
  throw new DomainError("INVALID_INPUT", { fields: { [field]: [words] } });
}

async function assertFacts(tx: Transaction, debateId: number, ids: readonly number[]) {
  const known = await tx.fact.count({ where: { debateId, id: { in: [...ids] } } });
  if (known !== new Set(ids).size) throw new DomainError("INVALID_INPUT");
}
