import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { happened, tellHappened } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import { appendEntry } from "@/lib/moderation/commands/append-entry";
import { publicId } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { askAgain } from "@/lib/voting/commands/survive";
import type { MoveArgumentInput } from "../curation-schema";
import { canMove } from "../placement";
import { writeChange } from "./change";
import { findNamed, lockCounts, lockForCuration } from "./curate";
import { placeArgument } from "./place";

/** `entry` is the number in the public log. */
export type Curation = { id: string; number: string; debate: string; entry: number };

/**
 * Puts an argument, with everything below it, below another one or on the other side. It gets the
 * next number there, and its link stays. Its votes weighed it where it stood: they are asked about.
 *
 * @throws DomainError NOT_FOUND, INVALID_INPUT, STALE_VERSION, or the refusal of `canMove`
 */
export async function moveArgument(actor: Actor, input: MoveArgumentInput): Promise<Curation> {
  await limit("moderation", actor.id);
  const { moved, happenings, handle } = await db.$transaction((tx) => writeMove(tx, actor, input));
  tellChanged(...affected.moderation(input.id.debateId, handle));
  happenings.forEach(tellHappened);
  return moved;
}

/**
 * Moves as one step of a transaction; what open pages are to hear of it is told after the commit.
 *
 * @param accepted what the log's entry says of the suggestion that this accepts
 * @throws DomainError as `moveArgument`
 */
export async function writeMove(
  tx: Transaction,
  actor: Actor,
  input: MoveArgumentInput,
  accepted: Record<string, unknown> = {},
) {
  const { id: ref, stance, publicReason } = input;
  const { debateId, id } = ref;
  const curated = await lockForCuration(tx, actor, input);
  const parent = await findNamed(tx, debateId, input.to, "to");
  assertGranted(canMove(actor, curated, { parent, stance }));
  const { argument, slug, snapshot } = curated;
  const from = { parentId: argument.parentId, stance: argument.stance };
  const to = { parentId: parent?.id ?? null, stance };
  await lockCounts(tx, debateId, [id, from.parentId, to.parentId]);
  // The other side of the same argument is the same number.
  const stays = from.parentId === to.parentId ? argument.path.at(-1)! : null;
  const path = await placeArgument(tx, ref, to, stays);
  const before = { slug, version: curated.version, authorId: argument.authorId };
  const { version } = await writeChange(tx, actor, ref, before, {
    ...snapshot,
    status: "LIVE",
    change: "MOVED",
    reason: publicReason,
    logged: true,
  });
  const asking = await askAgain(tx, ref, version);
  const entry = await appendEntry(tx, {
    action: "MOVE",
    about: { target: "ARGUMENT", debateId, argumentId: id },
    actorId: actor.id,
    personId: argument.authorId,
    ground: input.ground,
    publicReason,
    privateNote: input.privateNote,
    details: {
      ...accepted,
      from: { ...from, number: argument.path.join(".") },
      to: { ...to, number: path.join(".") },
      version,
      asking,
    },
    snapshot,
  });
  const moved: Curation = { id: publicId(ref), number: path.join("."), debate: slug, entry };
  return { moved, happenings: [happened(ref, "EDITED")], handle: curated.handle };
}
