import "server-only";
import { db } from "@/lib/db/client";
import { translator } from "@/lib/i18n/translator";
import { limit } from "@/lib/limits/limit";
import { tellOfInvitation } from "@/lib/notifications/commands/tell";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import type { EditorInput } from "../brief-schema";
import { canRemoveEditor } from "../editorship";
import { debateLimits } from "../vocabulary";
import { lockDebate } from "./changing-brief";

export type ChangedEditor = { debate: string; handle: string };

function wrong(code: "NO_SUCH_MEMBER" | "TOO_MANY"): DomainError {
  const words = translator("errors")(`fields.${code}`);
  return new DomainError("INVALID_INPUT", { fields: { handle: [words] } });
}

/**
 * Makes a member an editor of the debate, and tells them. One who is an editor already stays one.
 *
 * @throws DomainError NOT_FOUND, INVALID_INPUT (nobody of this name, too many), or the refusal of
 *   `canEditBrief`
 */
export async function addEditor(
  actor: Actor,
  { debate: slug, handle }: EditorInput,
): Promise<ChangedEditor> {
  await limit("changes", actor.id);
  return db.$transaction(async (tx) => {
    const { id: debateId } = await lockDebate(tx, actor, slug);
    const [person] = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM users
      WHERE handle = ${handle} AND status = 'ACTIVE' AND kind IN ('PERSON', 'DEMONSTRATION')
      FOR KEY SHARE`;
    if (!person) throw wrong("NO_SUCH_MEMBER");
    const key = { debateId, userId: person.id, role: "EDITOR" } as const;
    const before = await tx.debateRole.findMany({
      where: { debateId, role: "EDITOR" },
      select: { userId: true },
    });
    if (before.some(({ userId }) => userId === person.id)) return { debate: slug, handle };
    if (before.length >= debateLimits.editors) throw wrong("TOO_MANY");
    await tx.debateRole.create({ data: key, select: { userId: true } });
    await tellOfInvitation(tx, { debateId, userId: person.id, actorId: actor.id });
    return { debate: slug, handle };
  });
}

/**
 * Takes the role of an editor away. Their invitation goes with it, so that it betrays no draft.
 *
 * @throws DomainError NOT_FOUND, or the refusal of `canRemoveEditor`
 */
export async function removeEditor(
  actor: Actor,
  { debate: slug, handle }: EditorInput,
): Promise<ChangedEditor> {
  await limit("changes", actor.id);
  return db.$transaction(async (tx) => {
    const debate = await lockDebate(tx, actor, slug);
    const { id: debateId } = debate;
    const editors = await tx.debateRole.findMany({
      where: { debateId, role: "EDITOR" },
      select: { userId: true, user: { select: { handle: true } } },
    });
    const leaving = editors.find(({ user }) => user.handle === handle);
    if (!leaving) throw new DomainError("NOT_FOUND");
    const { userId } = leaving;
    const facts = { ...debate, editorId: userId, editors: editors.length };
    assertGranted(canRemoveEditor(actor, facts));
    await tx.debateRole.deleteMany({ where: { debateId, userId, role: "EDITOR" } });
    await tx.notification.deleteMany({ where: { debateId, userId, kind: "INVITED" } });
    return { debate: slug, handle };
  });
}
