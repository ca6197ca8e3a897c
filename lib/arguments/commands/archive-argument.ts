import "server-only";
import type { Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
import { happened } from "@/lib/live/happenings";
import { limit } from "@/lib/limits/limit";
import { affected } from "@/lib/live/tags";
import type { Actor } from "@/lib/shared/viewer";
import { canArchive, canRestore } from "../rules";
import type { ArchiveArgumentInput } from "../schema";
import { lockForChange, writeChange, type ChangedArgument } from "./change";

/**
 * Takes an argument out of the tree; its words, votes and replies stay and `restoreArgument`
 * brings them back.
 *
 * @throws DomainError NOT_FOUND, STALE_VERSION, or the refusal of `canArchive`
 */
export async function archiveArgument(
  actor: Actor,
  input: ArchiveArgumentInput,
): Promise<ChangedArgument> {
  await limit("changes", actor.id);
  const work = async (tx: Transaction) => {
    const before = await lockForChange(tx, actor, input, canArchive);
    const { title, body } = before;
    const { reason } = input;
    return writeChange(tx, actor, input.id, before, {
      change: "ARCHIVED",
      title,
      body,
      reason,
      status: "ARCHIVED",
    });
  };
  const changes = affected.contribution(input.id.debateId, actor.handle);
  return writing(changes, work, () => happened(input.id, "ARCHIVED"));
}

/**
 * Puts an archived argument back where it was.
 *
 * @throws DomainError NOT_FOUND, STALE_VERSION, or the refusal of `canRestore`
 */
export async function restoreArgument(
  actor: Actor,
  input: ArchiveArgumentInput,
): Promise<ChangedArgument> {
  await limit("changes", actor.id);
  const work = async (tx: Transaction) => {
    const before = await lockForChange(tx, actor, input, canRestore);
    const { title, body } = before;
    const { reason } = input;
    return writeChange(tx, actor, input.id, before, {
      change: "RESTORED",
      title,
      body,
      reason,
      status: "LIVE",
    });
  };
  const changes = affected.contribution(input.id.debateId, actor.handle);
  return writing(changes, work, () => happened(input.id, "RESTORED"));
}
