import "server-only";
import { canSubmit } from "@/lib/arguments/rules";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { assertGranted, refused, type Permission } from "@/lib/shared/permission";
import { isModerator, type Viewer } from "@/lib/shared/viewer";
import { publishChecklist, type Check } from "../checklist";
import {
  canChangeMotion,
  canCreateDebate,
  canEditBrief,
  canPublish,
  canSeeEditors,
} from "../editorship";
import type { BriefView, DebateHead } from "../view";
import { readBrief } from "./brief";
import { readChecklistFacts } from "./checklist";
import { getDebate, readingContext } from "./context";
import { isNewHere } from "./standing";

export type EditorView = { id: number; handle: string; name: string };

/** A debate as its editors see it. */
export type EditingView = {
  debate: DebateHead;
  brief: BriefView | null;
  editors: EditorView[];
  checks: Check[];
  can: { motion: Permission; publish: Permission };
};

/** Whether the viewer may make a debate on this site. */
export async function mayCreateDebate(viewer: Viewer): Promise<Permission> {
  const isNew = !isModerator(viewer) && (await isNewHere(db, viewer.id));
  return canCreateDebate(viewer, { by: env.DEBATES_BY, isNew });
}

/** Whether the viewer may edit the brief; null when the debate is not there for them. */
export async function mayEditBrief(
  slug: string,
  viewer: Viewer | null,
): Promise<Permission | null> {
  const context = await readingContext({ slug }, viewer);
  if (!context) return null;
  const { debate, viewerIsEditor } = context;
  return canEditBrief(viewer, { debateStatus: debate.status, viewerIsEditor });
}

/** What the viewer may do on the debate's page: edit it, and add an argument for or against the motion. */
export async function rightsInDebate(
  slug: string,
  viewer: Viewer | null,
): Promise<{ edit: boolean; add: Permission }> {
  const context = await readingContext({ slug }, viewer);
  if (!context) return { edit: false, add: refused("NOT_ALLOWED") };
  const { debate, viewerIsEditor } = context;
  const place = { debateStatus: debate.status, viewerIsEditor };
  // In slow mode it can be written until its minutes have passed (see `maySendNow`).
  const add = canSubmit(viewer, { ...place, debateLocked: debate.locked, slowUntil: null });
  return { edit: canEditBrief(viewer, place).granted, add };
}

/** What the edit page shows. Null for whoever may not edit (see `mayEditBrief`). */
export async function getEditing(slug: string, viewer: Viewer): Promise<EditingView | null> {
  const [context, debate] = await Promise.all([
    readingContext({ slug }, viewer),
    getDebate(slug, viewer),
  ]);
  if (!context || !debate) return null;
  const place = { debateStatus: debate.status, viewerIsEditor: context.viewerIsEditor };
  if (!canEditBrief(viewer, place).granted) return null;
  const [brief, editors, facts] = await Promise.all([
    readBrief(debate.id),
    listEditors(debate.id),
    readChecklistFacts(db, debate.id),
  ]);
  return {
    ...{ debate, brief, editors },
    checks: publishChecklist(facts),
    can: { motion: canChangeMotion(viewer, place), publish: canPublish(viewer, place) },
  };
}

/**
 * Who edits the debate, for whoever may edit it too; null when it is not there for the viewer.
 * @throws DomainError the refusal of `canSeeEditors`
 */
export async function getEditors(slug: string, viewer: Viewer): Promise<EditorView[] | null> {
  const context = await readingContext({ slug }, viewer);
  if (!context) return null;
  const { debate, viewerIsEditor } = context;
  assertGranted(canSeeEditors(viewer, { debateStatus: debate.status, viewerIsEditor }));
  return listEditors(debate.id);
}

/** Who edits the debate, the longest first. */
async function listEditors(debateId: number): Promise<EditorView[]> {
  const rows = await db.debateRole.findMany({
    where: { debateId, role: "EDITOR" },
    orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
    select: { user: { select: { id: true, handle: true, name: true } } },
  });
  return rows.map(({ user }) => user);
}

/** The unpublished debates that a member edits, the newest first. */
export async function listOwnDrafts(viewer: Viewer): Promise<{ slug: string; title: string }[]> {
  return db.debate.findMany({
    where: { status: "DRAFT", roles: { some: { userId: viewer.id, role: "EDITOR" } } },
    orderBy: { id: "desc" },
    take: 50,
    select: { slug: true, title: true },
  });
}
