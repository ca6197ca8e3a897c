import "server-only";
import { commentLink } from "@/lib/discussion/links";
import { db } from "@/lib/db/client";
import { routes } from "@/lib/routes";
import { publicId, type DebateItemRef } from "@/lib/shared/ids";
import type { Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import { canRequestPurge, type PurgeableFacts } from "../rules";
import type { PurgeSubject } from "../schema";
import type { PurgeWords } from "../view";
import { viewerNow } from "./purges";
import { wordsOfEntry } from "./words";

type Found = { href: string; words: PurgeWords | null; facts: PurgeableFacts };

/** What the form to ask for a purge says of its subject. */
export type Purgeable = { href: string; words: PurgeWords | null; can: Permission };

/** Null when there is no such thing. @throws the refusal of `canSeePurges` */
export async function getPurgeable(
  viewer: Viewer | null,
  subject: PurgeSubject,
): Promise<Purgeable | null> {
  const administrator = await viewerNow(viewer);
  const found = await find(subject);
  if (!found) return null;
  const { href, words, facts } = found;
  return { href, words, can: canRequestPurge(administrator, facts) };
}

function find(subject: PurgeSubject): Promise<Found | null> {
  switch (subject.target) {
    case "ARGUMENT":
      return findArgument(subject.id);
    case "COMMENT":
      return findComment(subject.id);
    case "ENTRY":
      return findEntry(subject.id);
  }
}

const debate = { select: { slug: true, status: true } } as const;
const standing = { where: { withdrawnAt: null }, select: { confirmedAt: true } } as const;
const ofThing = { where: { withdrawnAt: null, wordsOfId: null }, select: { confirmedAt: true } };

function stateIn([purge]: { confirmedAt: Date | null }[]): PurgeableFacts["purge"] {
  return purge ? (purge.confirmedAt ? "DONE" : "WAITING") : null;
}

async function findArgument(ref: DebateItemRef): Promise<Found | null> {
  const purges = { ...ofThing, where: { ...ofThing.where, target: "ARGUMENT" as const } };
  const argument = await db.argument.findUnique({
    where: { debateId_id: ref },
    select: { title: true, body: true, authorId: true, debate, purges },
  });
  if (!argument) return null;
  const { title, body, authorId } = argument;
  return {
    href: routes.argument(argument.debate.slug, publicId(ref)),
    words: { title, body },
    facts: { authorId, debateStatus: argument.debate.status, purge: stateIn(argument.purges) },
  };
}

async function findComment(ref: DebateItemRef): Promise<Found | null> {
  const comment = await db.comment.findUnique({
    where: { debateId_id: ref },
    select: {
      body: true,
      authorId: true,
      argumentId: true,
      argument: { select: { debate } },
      purges: ofThing,
    },
  });
  if (!comment) return null;
  const { body, authorId, argumentId } = comment;
  const { slug, status } = comment.argument.debate;
  const argument = publicId({ debateId: ref.debateId, id: argumentId });
  return {
    href: commentLink(slug, argument, publicId(ref)),
    words: { title: "", body },
    facts: { authorId, debateStatus: status, purge: stateIn(comment.purges) },
  };
}

async function findEntry(id: number): Promise<Found | null> {
  const entry = await db.moderationEntry.findUnique({
    where: { id },
    select: {
      personId: true,
      words: { select: { publicReason: true, privateNote: true, snapshot: true, purgedAt: true } },
      debate,
      purgesOfWords: standing,
    },
  });
  if (!entry) return null;
  const purged = entry.words?.purgedAt != null;
  return {
    href: routes.modlogEntry(id),
    words: wordsOfEntry(entry.words),
    facts: {
      authorId: entry.personId,
      debateStatus: entry.debate?.status ?? null,
      purge: purged ? "DONE" : stateIn(entry.purgesOfWords),
    },
  };
}
