import "server-only";
import type { Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
import { happened } from "@/lib/live/happenings";
import { limit } from "@/lib/limits/limit";
import { affected } from "@/lib/live/tags";
import { publicId } from "@/lib/shared/ids";
import type { Actor } from "@/lib/shared/viewer";
import { draftForm } from "../vocabulary";
import { canEdit } from "../rules";
import type { EditArgumentInput } from "../schema";
import { lockForChange, writeChange, type ChangedArgument } from "./change";
import { cite } from "./content";

/**
 * Gives an argument new words, sources and facts as its next version.
 *
 * @throws DomainError NOT_FOUND, INVALID_INPUT, STALE_VERSION, or the refusal of `canEdit`
 */
export async function editArgument(
  actor: Actor,
  input: EditArgumentInput,
): Promise<ChangedArgument> {
  await limit("changes", actor.id);
  const work = async (tx: Transaction) => {
    const before = await lockForChange(tx, actor, input, canEdit);
    const cited = await cite(tx, input.id, actor.id, input);
    const { debateId } = input.id;
    const form = draftForm.edit(publicId(input.id));
    await tx.draft.deleteMany({ where: { debateId, userId: actor.id, form } });
    return writeChange(tx, actor, input.id, before, {
      change: "EDITED",
      title: input.title,
      body: input.body,
      reason: input.reason,
      status: before.status,
      cited,
    });
  };
  const changes = affected.contribution(input.id.debateId, actor.handle);
  return writing(changes, work, () => happened(input.id, "EDITED"));
}
