import "server-only";
import type { Transaction } from "@/lib/db/client";
import { translator } from "@/lib/i18n/translator";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import type { WriteItemInput } from "../brief-schema";
import { debateLimits } from "../vocabulary";
import { changingBrief, type ChangedBrief } from "./changing-brief";
import { citeInBrief } from "./cite-in-brief";
import { itemNow } from "./item-now";

type Where = { debateId: number; id: number | undefined };

/**
 * Adds an item to a list of the brief (who said what, the timeline, the open questions, the
 * glossary), or changes one. A new one stands last.
 *
 * @throws DomainError NOT_FOUND, INVALID_INPUT (too many, a term explained twice), STALE_VERSION, or
 *   the refusal of `canEditBrief`
 */
export async function writeItem(actor: Actor, input: WriteItemInput): Promise<ChangedBrief> {
  const { part, id } = input;
  const form = {
    part,
    id: id ?? null,
    now: (tx: Transaction, debateId: number) => itemNow(tx, debateId, part, id),
  };
  return changingBrief(actor, input, form, async (tx, debate) => {
    const debateId = debate.id;
    if (id !== undefined && !(await itemNow(tx, debateId, part, id))) {
      throw new DomainError("NOT_FOUND");
    }
    const where = { debateId, id };
    if (input.part === "actors") return writeActor(tx, where, actor, input);
    if (input.part === "timeline") return writeEvent(tx, where, actor, input);
    if (input.part === "questions") return writeQuestion(tx, where, actor, input);
    return writeTerm(tx, where, input);
  });
}

type InputOf<Part extends WriteItemInput["part"]> = Extract<WriteItemInput, { part: Part }>;

/** The place after the last; a list has its limit. */
function nextPosition({ _count, _max }: { _count: number; _max: { position: number | null } }) {
  assertRoom(_count, "text");
  return (_max.position ?? 0) + 1;
}

function assertRoom(count: number, field: string): void {
  if (count < debateLimits.items) return;
  const words = translator("errors")("fields.TOO_MANY");
  throw new DomainError("INVALID_INPUT", { fields: { [field]: [words] } });
}

const last = { _count: true, _max: { position: true } } as const;
const idOnly = { select: { id: true } } as const;

async function writeActor(
  tx: Transaction,
  { debateId, id }: Where,
  by: Actor,
  { name, role, stance, summary, sources }: InputOf<"actors">,
): Promise<number> {
  const data = { name, role, stance, summary };
  const row = id
    ? await tx.actor.update({ where: { debateId_id: { debateId, id } }, data, ...idOnly })
    : await tx.actor.create({
        data: {
          ...{ debateId, ...data },
          position: nextPosition(await tx.actor.aggregate({ where: { debateId }, ...last })),
        },
        ...idOnly,
      });
  await citeInBrief(tx, debateId, by.id, { actorId: row.id }, sources);
  return row.id;
}

async function writeEvent(
  tx: Transaction,
  { debateId, id }: Where,
  by: Actor,
  { date, text, sources }: InputOf<"timeline">,
): Promise<number> {
  const data = { date, text };
  const row = id
    ? await tx.timelineEvent.update({ where: { debateId_id: { debateId, id } }, data, ...idOnly })
    : await tx.timelineEvent.create({
        data: {
          ...{ debateId, ...data },
          position: nextPosition(
            await tx.timelineEvent.aggregate({ where: { debateId }, ...last }),
          ),
        },
        ...idOnly,
      });
  await citeInBrief(tx, debateId, by.id, { timelineId: row.id }, sources);
  return row.id;
}

async function writeQuestion(
  tx: Transaction,
  { debateId, id }: Where,
  by: Actor,
  { text, whyItMatters, sources }: InputOf<"questions">,
): Promise<number> {
  const data = { text, whyItMatters };
  const row = id
    ? await tx.openQuestion.update({ where: { debateId_id: { debateId, id } }, data, ...idOnly })
    : await tx.openQuestion.create({
        data: {
          ...{ debateId, ...data },
          position: nextPosition(await tx.openQuestion.aggregate({ where: { debateId }, ...last })),
        },
        ...idOnly,
      });
  await citeInBrief(tx, debateId, by.id, { openQuestionId: row.id }, sources);
  return row.id;
}

async function writeTerm(
  tx: Transaction,
  { debateId, id }: Where,
  { term, definition }: InputOf<"glossary">,
): Promise<number> {
  const same = await tx.glossaryTerm.findUnique({
    where: { debateId_term: { debateId, term } },
    select: { id: true },
  });
  if (same && same.id !== id) {
    const words = translator("errors")("fields.GIVEN_TWICE");
    throw new DomainError("INVALID_INPUT", { fields: { term: [words] } });
  }
  const data = { term, definition };
  if (!id) assertRoom(await tx.glossaryTerm.count({ where: { debateId } }), "term");
  const row = id
    ? await tx.glossaryTerm.update({ where: { debateId_id: { debateId, id } }, data, ...idOnly })
    : await tx.glossaryTerm.create({ data: { debateId, ...data }, ...idOnly });
  return row.id;
}
