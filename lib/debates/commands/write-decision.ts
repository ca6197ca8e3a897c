import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { BriefPointKind } from "@/lib/db/generated/enums";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import type { WriteDecisionInput } from "../brief-schema";
import { canChangeMotion } from "../editorship";
import { changingBrief, type ChangedBrief } from "./changing-brief";
import { citeInBrief } from "./cite-in-brief";

/**
 * Writes what was decided, its scope, and the debate's title and motion.
 *
 * @throws DomainError NOT_FOUND, STALE_VERSION, MOTION_FIXED, or the refusal of `canEditBrief`
 */
export async function writeDecision(
  actor: Actor,
  input: WriteDecisionInput,
): Promise<ChangedBrief> {
  const { title, motionNote, affects, scopeKnown, scopeUnknown, sources } = input;
  const part = { part: "decision", now: decisionNow } as const;
  return changingBrief(actor, input, part, async (tx, debate) => {
    const motion = input.motion ?? debate.motion;
    if (motion !== debate.motion) assertGranted(canChangeMotion(actor, debate));
    const debateId = debate.id;
    await tx.debate.update({
      where: { id: debateId },
      data: { title, motion, motionNote },
      select: { id: true },
    });
    const { headline, summary, statusLine, decidedBy, readingNote } = input;
    const decision = { headline, summary, statusLine, decidedBy, readingNote };
    const values = { ...decision, reportedOn: input.reportedOn ?? null };
    await tx.brief.update({ where: { debateId }, data: values, select: { debateId: true } });
    await tx.briefPoint.deleteMany({ where: { debateId } });
    const points = (kind: BriefPointKind, texts: readonly string[]) =>
      texts.map((text, position) => ({ debateId, kind, position, text }));
    await tx.briefPoint.createMany({
      data: [
        ...points("AFFECTS", affects),
        ...points("SCOPE_KNOWN", scopeKnown),
        ...points("SCOPE_UNKNOWN", scopeUnknown),
      ],
    });
    await citeInBrief(tx, debateId, actor.id, { briefId: debateId }, sources);
    return null;
  });
}

async function decisionNow(
  tx: Transaction,
  debateId: number,
): Promise<Record<string, string> | null> {
  const { brief, ...debate } = await tx.debate.findUniqueOrThrow({
    where: { id: debateId },
    select: {
      ...{ title: true, motion: true, motionNote: true },
      brief: { select: { headline: true, summary: true, statusLine: true, decidedBy: true } },
    },
  });
  return { ...debate, ...brief };
}
