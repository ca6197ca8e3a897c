import "server-only";
import type { Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
import { translator } from "@/lib/i18n/translator";
import { happened } from "@/lib/live/happenings";
import { limit } from "@/lib/limits/limit";
import { affected } from "@/lib/live/tags";
import { appendEntry } from "@/lib/moderation/commands/append-entry";
import { bringBack } from "@/lib/moderation/commands/hide-at-once";
import { DomainError } from "@/lib/shared/errors";
import { publicId, type DebateItemRef } from "@/lib/shared/ids";
import type { Actor } from "@/lib/shared/viewer";
import { askAgain, type Asking } from "@/lib/voting/commands/survive";
import { draftForm } from "../vocabulary";
import { canEdit } from "../rules";
import type { EditArgumentInput } from "../schema";
import { isSubstantial } from "../substance";
import { lockForChange, writeChange, type ChangedArgument, type Locked } from "./change";
import { cite } from "./content";
import { lockCounts } from "./curate";

/**
 * Gives an argument new words, sources and facts as its next version. When that changes what people
 * voted on, they are asked whether their votes still hold. Somebody else's argument is edited in
 * public: the log says why. What people send comes by `offerEdit`, which may let it wait.
 *
 * @throws DomainError NOT_FOUND, INVALID_INPUT, STALE_VERSION, or the refusal of `canEdit`
 */
export async function editArgument(
  actor: Actor,
  input: EditArgumentInput,
): Promise<ChangedArgument> {
  await limit("changes", actor.id);
  const changes = affected.moderation(input.id.debateId, actor.handle);
  const work = async (tx: Transaction) => {
    const { entry: _logged, asking: _asked, ...changed } = await writeEdit(tx, actor, input);
    return changed;
  };
  return writing(changes, work, () => happened(input.id, "EDITED"));
}

/** A suggestion that an act accepts: in whose name, and what the log's entry says of it. */
export type Acceptance = {
  writer: { id: number };
  details: Record<string, unknown>;
  publicReason: string;
  privateNote: string;
};

/**
 * Writes an edit as one step of a transaction. `accepts` when somebody else has allowed it than whose
 * words they are.
 *
 * @returns with the entry of the log, null when nothing was logged, and whether votes are asked about
 * @throws DomainError as `editArgument`
 */
export async function writeEdit(
  tx: Transaction,
  actor: Actor,
  input: EditArgumentInput,
  accepts: Acceptance | null = null,
): Promise<ChangedArgument & { entry: number | null; asking: Asking | null }> {
  const before = await lockForChange(tx, actor, input, canEdit);
  const { writer } = accepts ?? { writer: actor };
  const curated = before.authorId !== actor.id && before.authorId !== writer.id;
  if (curated && input.reason.length < 3) refuseWithoutReason();
  const cited = await cite(tx, input.id, writer.id, input);
  if (writer.id === actor.id) await forgetDraft(tx, actor.id, input.id);
  await lockCounts(tx, input.id.debateId, [input.id.id]);
  const changed = await writeChange(tx, writer, input.id, before, {
    change: "EDITED",
    title: input.title,
    body: input.body,
    reason: input.reason,
    status: "LIVE",
    cited,
    // Its author hears of it by the log, or has just allowed it.
    logged: before.authorId !== writer.id,
  });
  const asking = isSubstantial(before, input)
    ? await askAgain(tx, input.id, changed.version)
    : null;
  const said = accepts ?? { publicReason: input.reason };
  const entry = curated ? await log(tx, actor, input, before, { ...said, asking }) : null;
  if (before.hidingId !== null) await returns(tx, input, before, before.hidingId);
  return { ...changed, entry, asking };
}

/** The words of the form were sent. */
export async function forgetDraft(
  tx: Transaction,
  userId: number,
  argument: DebateItemRef,
): Promise<void> {
  const form = draftForm.edit(publicId(argument));
  await tx.draft.deleteMany({ where: { debateId: argument.debateId, userId, form } });
}

/** Hidden at once by its flags, it is seen again with its new words. */
function returns(
  tx: Transaction,
  { id }: EditArgumentInput,
  { title, body, version, status, authorId }: Locked,
  hidingId: number,
): Promise<void> {
  const about = { target: "ARGUMENT", debateId: id.debateId, argumentId: id.id } as const;
  return bringBack(tx, about, { hidingId, authorId }, { title, body, version, status });
}

function refuseWithoutReason(): never {
  const words = translator("errors")("fields.REQUIRED");
  throw new DomainError("INVALID_INPUT", { fields: { reason: [words] } });
}

function log(
  tx: Transaction,
  actor: Actor,
  { id }: EditArgumentInput,
  { title, body, version, status, authorId }: Locked,
  said: Partial<Acceptance> & { publicReason: string; asking: Asking | null },
): Promise<number> {
  return appendEntry(tx, {
    action: "EDIT",
    about: { target: "ARGUMENT", debateId: id.debateId, argumentId: id.id },
    actorId: actor.id,
    personId: authorId,
    ground: "QUALITY",
    publicReason: said.publicReason,
    privateNote: said.privateNote ?? "",
    details: {
      ...said.details,
      ...{ from: { version }, to: { version: version + 1 }, asking: said.asking },
    },
    snapshot: { title, body, version, status },
  });
}
