import "server-only";
import { db } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { DomainError } from "@/lib/shared/errors";
import { publicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";

const mine = { userId: true } as const;

/**
 * Everything that is keyed to a person, as one plain object: profile, words, votes, drafts, visits,
 * notifications, followed debates, blocked people, prepared files, sessions and the names of tokens. Secrets (hashes) are left out:
 * they are of no use to anybody.
 * @throws DomainError TOO_MANY_REQUESTS
 */
export async function exportAccount(viewer: Viewer) {
  await limit("exports", viewer.id);
  const person = await db.user.findUnique({
    where: { id: viewer.id },
    omit: { passwordHash: true, handleSkeleton: true },
    include: {
      identities: { omit: mine },
      sessions: { omit: { id: true, userId: true }, orderBy: { createdAt: "asc" } },
      personalTokens: { omit: { tokenHash: true, userId: true }, orderBy: { id: "asc" } },
      oneTimeTokens: {
        select: { purpose: true, email: true, createdAt: true, expiresAt: true, usedAt: true },
      },
      debatesOpened: { select: { slug: true, title: true, createdAt: true } },
      debateRoles: { select: { role: true, createdAt: true, debate: { select: { slug: true } } } },
      sourcesAdded: { omit: { addedById: true }, orderBy: { createdAt: "asc" } },
      drafts: { omit: mine },
      visits: { omit: mine },
      participations: { omit: mine },
      mentions: { omit: mine },
      webhooks: {
        omit: { ownerId: true, debateId: true, sealedSecret: true },
        include: { debate: { select: { slug: true } } },
        orderBy: { id: "asc" },
      },
      notifications: {
        omit: { userId: true, actorId: true },
        include: { actor: { select: { handle: true } } },
        orderBy: { id: "asc" },
      },
      notificationSettings: { omit: mine },
      follows: { omit: mine },
      reviewNotes: { omit: { authorId: true }, orderBy: { id: "asc" } },
      queueViews: { omit: mine, orderBy: { id: "asc" } },
      savedReplies: { omit: mine, orderBy: { id: "asc" } },
      formerVotes: { omit: mine },
      // Whom they blocked; who blocked them is nobody's to know.
      blocks: {
        select: { createdAt: true, blocked: { select: { handle: true } } },
        orderBy: { createdAt: "asc" },
      },
      preparedExports: {
        omit: { ownerId: true, attempt: true },
        include: { debate: { select: { slug: true } } },
        orderBy: { createdAt: "asc" },
      },
      sanctions: { omit: mine },
    },
  });
  if (!person) throw new DomainError("NOT_FOUND");
  const [argumentsWritten, revisions, comments, votes, waiting] = await contributions(viewer.id);
  return {
    format: "counterpoint-account-1",
    exportedAt: new Date().toISOString(),
    person,
    arguments: argumentsWritten,
    revisions,
    comments,
    votes,
    /** What waits for an editor, or waited. */
    suggestions: waiting,
  };
}

async function contributions(userId: number) {
  const [written, revised, said, weighed, sent] = await Promise.all([
    db.argument.findMany({
      where: { authorId: userId },
      omit: { authorId: true, submissionKey: true, nextChild: true },
      orderBy: { createdAt: "asc" },
    }),
    db.argumentRevision.findMany({
      where: { editorId: userId },
      omit: { editorId: true },
      orderBy: { createdAt: "asc" },
    }),
    db.comment.findMany({
      where: { authorId: userId },
      omit: { authorId: true, submissionKey: true },
      orderBy: { createdAt: "asc" },
    }),
    db.impactVote.findMany({
      where: { userId },
      omit: mine,
      orderBy: { createdAt: "asc" },
    }),
    db.suggestion.findMany({
      where: { authorId: userId },
      omit: { authorId: true, answeredById: true, submissionKey: true },
      orderBy: { id: "asc" },
    }),
  ]);
  return [
    written.map((row) => ({ publicId: publicId(row), ...row })),
    revised,
    said.map((row) => ({ publicId: publicId(row), ...row })),
    weighed,
    sent.map((row) => ({ publicId: publicId(row), ...row })),
  ] as const;
}
