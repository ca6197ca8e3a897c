import "server-only";
import type { Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
<<<<<<< HEAD
import { happened } from "@/lib/live/happenings";
=======
import { limit } from "@/lib/limits/limit";
>>>>>>> d7d84c7 (Give the API what pages have, and a protocol that programs can rely on)
import { affected } from "@/lib/live/tags";
import { publicId } from "@/lib/shared/ids";
import type { Actor } from "@/lib/shared/viewer";
import { draftForm } from "../draft";
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
<<<<<<< HEAD
  const work = async (tx: Transaction) => {
=======
  await limit("changes", actor.id);
  return writing(affected.contribution(input.id.debateId, actor.handle), async (tx) => {
>>>>>>> d7d84c7 (Give the API what pages have, and a protocol that programs can rely on)
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
