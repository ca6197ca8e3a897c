import "server-only";
import { assertVoice } from "@/lib/auth/standing";
import type { Prisma, Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { lifeChanged, tellHappened } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canCurateDebate } from "../curation";
import type { CurateDebateInput } from "../schema";
import { appendEntry } from "./append-entry";
import { lockThing } from "./thing";

export type Curated = { entry: number };

/**
 * Locks a debate, slows it down, features it, or closes it with a conclusion and opens it again:
 * in public, as an entry of the log.
 *
 * @throws DomainError NOT_FOUND, or the refusal of `canCurateDebate`
 */
export async function curateDebate(actor: Actor, input: CurateDebateInput): Promise<Curated> {
  await limit("moderation", actor.id);
  const { entry, debateId, handle } = await writing([], async (tx) => {
    await assertVoice(tx, actor);
    const found = await tx.debate.findUnique({
      where: { slug: input.debate },
      select: { id: true },
    });
    if (!found) throw new DomainError("NOT_FOUND");
    return curate(tx, actor, found.id, input);
  });
  tellChanged(...affected.moderation(debateId, handle), ...affected.debateLife());
  if (input.act !== "FEATURE") tellHappened(lifeChanged(debateId));
  return { entry };
}

async function curate(tx: Transaction, actor: Actor, debateId: number, input: CurateDebateInput) {
  const about = { target: "DEBATE", debateId } as const;
  const { viewerIsEditor, words, handle } = await lockThing(tx, about, actor.id);
  const life = await tx.debate.findUniqueOrThrow({
    where: { id: debateId },
    select: { status: true, locked: true, featured: true, slowMinutes: true, closedAt: true },
  });
  const minutes = input.act === "SLOW" ? input.minutes || null : null;
  const facts = { ...life, debateStatus: life.status, viewerIsEditor };
  assertGranted(canCurateDebate(actor, input.act, facts, minutes));
  if (input.act === "FEATURE") {
    await tx.debate.updateMany({ where: { featured: true }, data: { featured: false } });
  }
  const { data, details } = changeOf(input, minutes, life);
  await tx.debate.update({ where: { id: debateId }, data, select: { id: true } });
  const entry = await appendEntry(tx, {
    action: input.act,
    about,
    actorId: actor.id,
    personId: null,
    ground: "OTHER",
    publicReason: input.publicReason,
    privateNote: input.privateNote,
    details,
    snapshot: words,
  });
  return { entry, debateId, handle };
}

type Change = { data: Prisma.DebateUncheckedUpdateInput; details: Record<string, unknown> };
type Life = { slowMinutes: number | null; closedAt: Date | null };

/** What is written, and what the log says of it: enough to take it back. */
function changeOf(input: CurateDebateInput, minutes: number | null, life: Life): Change {
  switch (input.act) {
    case "LOCK":
      return { data: { locked: true }, details: {} };
    case "FEATURE":
      return { data: { featured: true }, details: {} };
    case "SLOW":
      return { data: { slowMinutes: minutes }, details: { from: life.slowMinutes, to: minutes } };
    case "CLOSE":
      return {
        data: { status: "CLOSED", closedAt: new Date(), conclusion: input.conclusion },
        details: { from: "OPEN", to: "CLOSED" },
      };
    case "REOPEN":
      return {
        data: { status: "OPEN", closedAt: null, conclusion: "" },
        details: { from: "CLOSED", to: "OPEN", closedAt: life.closedAt?.toISOString() ?? null },
      };
  }
}
