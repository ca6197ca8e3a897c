import "server-only";
import type { Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
import { happened } from "@/lib/live/happenings";
import { limit } from "@/lib/limits/limit";
import { affected } from "@/lib/live/tags";
import { appendEntry } from "@/lib/moderation/commands/append-entry";
import { lastClosing } from "@/lib/moderation/commands/last-closing";
import type { Actor } from "@/lib/shared/viewer";
import { canArchive, canRestore } from "../rules";
import type { ArchiveArgumentInput } from "../schema";
import { lockForChange, writeChange, type ChangedArgument, type Locked } from "./change";

/**
 * Takes an argument out of the tree; its words, votes and replies stay and `restoreArgument`
 * brings them back. Somebody else's argument is archived in public: the log says why.
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
    const { title, body, authorId } = before;
    const { reason } = input;
    const curated = authorId !== actor.id && !before.draft;
    const changed = await writeChange(tx, actor, input.id, before, {
      change: "ARCHIVED",
      title,
      body,
      reason,
      status: "ARCHIVED",
      curated,
      logged: curated,
    });
    if (curated) await log(tx, actor, input, before);
    return changed;
  };
  const changes = affected.moderation(input.id.debateId, actor.handle);
  return writing(changes, work, () => happened(input.id, "ARCHIVED"));
}

/**
 * Puts an archived argument back where it was. Somebody else's is restored in public, as what takes
 * back the entry that closed it, if one did.
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
    const { title, body, authorId } = before;
    const { reason } = input;
    const curated = authorId !== actor.id && !before.draft;
    const changed = await writeChange(tx, actor, input.id, before, {
      change: "RESTORED",
      title,
      body,
      reason,
      status: "LIVE",
      logged: curated,
    });
    if (curated) await log(tx, actor, input, before);
    return changed;
  };
  const changes = affected.moderation(input.id.debateId, actor.handle);
  return writing(changes, work, () => happened(input.id, "RESTORED"));
}

/** The entry of an argument that changes between live and archived by another hand than its author's. */
async function log(
  tx: Transaction,
  actor: Actor,
  { id, reason, ground }: ArchiveArgumentInput,
  { title, body, version, status, authorId, visibility }: Locked,
): Promise<void> {
  const about = { target: "ARGUMENT", debateId: id.debateId, argumentId: id.id } as const;
  const live = status === "LIVE";
  const undoesId = live ? undefined : await lastClosing(tx, about);
  await appendEntry(tx, {
    action: live ? "ARCHIVE" : "RESTORE",
    about,
    actorId: actor.id,
    personId: authorId,
    ground: live ? (ground ?? "OTHER") : "NO_BREACH",
    publicReason: reason,
    ...(undoesId === undefined ? {} : { undoesId }),
    details: { from: visibility, to: live ? "CURATED" : "LIVE" },
    snapshot: { title, body, version, status },
  });
}
