import "server-only";
import { assertVoice } from "@/lib/auth/standing";
import type { Transaction } from "@/lib/db/client";
import type { RevisionChange } from "@/lib/db/generated/enums";
import { hidingOf } from "@/lib/moderation/commands/hide-at-once";
import { tellOfChange } from "@/lib/notifications/commands/tell";
import { purgeOf } from "@/lib/purges/queries/purge-of";
import { DomainError } from "@/lib/shared/errors";
import { publicId, type DebateItemRef } from "@/lib/shared/ids";
import { isUnaccepted } from "@/lib/suggestions/queries/unaccepted";
import { assertGranted, type Permission } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import type { ArgumentFacts } from "../rules";
import { visibilityOf, type Visibility } from "../visibility";
import { citedNow, type Cited } from "./content";

export type ChangedArgument = { id: string; version: number; debate: string };

export type Locked = {
  slug: string;
  title: string;
  body: string;
  version: number;
  status: "LIVE" | "ARCHIVED";
  authorId: number;
  visibility: Visibility;
  /** In a debate that is not published: nothing of it stands in the log. */
  draft: boolean;
  /** The entry that hid it at once and stands, while its review waits. */
  hidingId: number | null;
};

/**
 * Locks the argument for a change, after the rule has agreed and the version is still the one the
 * change was begun on.
 *
 * @throws DomainError NOT_FOUND, the rule's refusal, or STALE_VERSION with what is stored now
 */
export async function lockForChange(
  tx: Transaction,
  actor: Actor,
  { id: ref, version }: { id: DebateItemRef; version: number },
  rule: (actor: Actor, facts: ArgumentFacts) => Permission,
): Promise<Locked> {
  await assertVoice(tx, actor);
  await tx.$executeRaw`
    SELECT FROM arguments WHERE debate_id = ${ref.debateId} AND id = ${ref.id} FOR NO KEY UPDATE`;
  const argument = await tx.argument.findUnique({
    where: { debateId_id: { debateId: ref.debateId, id: ref.id } },
    select: {
      title: true,
      body: true,
      version: true,
      status: true,
      authorId: true,
      curated: true,
      withheld: true,
      path: true,
      debate: {
        select: {
          slug: true,
          status: true,
          roles: { where: { userId: actor.id, role: "EDITOR" }, select: { userId: true } },
        },
      },
    },
  });
  const draft = argument?.debate.status === "DRAFT";
  if (!argument || (draft && argument.debate.roles.length === 0))
    throw new DomainError("NOT_FOUND");
  const { debate, title, body, status, authorId, curated, withheld } = argument;
  const { hidingId, ...why } = withheld ? await whyHidden(tx, ref) : shown;
  assertGranted(
    rule(actor, {
      debateStatus: debate.status,
      status,
      authorId,
      depth: argument.path.length,
      viewerIsEditor: debate.roles.length > 0,
      curated,
      ...{ hiddenAtOnce: hidingId !== null, ...why },
    }),
  );
  if (argument.version !== version) {
    throw new DomainError("STALE_VERSION", { current: { version: argument.version, title, body } });
  }
  return {
    slug: debate.slug,
    title,
    body,
    version,
    status,
    authorId,
    visibility: visibilityOf(argument),
    draft,
    hidingId,
  };
}

const targetOf = ({ debateId, id }: DebateItemRef) =>
  ({ target: "ARGUMENT", debateId, argumentId: id }) as const;

const shown = { hidingId: null, purge: null, unaccepted: false };

/** Of what is hidden: the entry that did it at once, whether the law took it, and whether it waits. */
const whyHidden = async (tx: Transaction, ref: DebateItemRef) => ({
  hidingId: await hidingOf(tx, targetOf(ref)),
  purge: await purgeOf(tx, targetOf(ref)),
  unaccepted: await isUnaccepted(tx, targetOf(ref)),
});

type Change = {
  change: RevisionChange;
  title: string;
  body: string;
  reason: string;
  status: "LIVE" | "ARCHIVED";
  cited?: Cited;
  /** Archived by somebody else than its author; hidden besides. Nothing of the two unless said. */
  curated?: boolean;
  withheld?: boolean;
  /** The argument that says the same and is kept; null unless said. */
  mergedIntoId?: number | null;
  /** The log of moderation tells its author. */
  logged?: boolean;
};

/** Writes the next state and its revision, and tells the author what somebody else did. */
export async function writeChange(
  tx: Transaction,
  actor: { id: number },
  ref: DebateItemRef,
  before: Pick<Locked, "slug" | "version" | "authorId">,
  { change, title, body, reason, status, cited, ...by }: Change,
): Promise<ChangedArgument> {
  const version = before.version + 1;
  await tx.argument.update({
    where: { debateId_id: { debateId: ref.debateId, id: ref.id } },
    data: {
      title,
      body,
      status,
      curated: by.curated ?? false,
      withheld: by.withheld ?? false,
      mergedIntoId: by.mergedIntoId ?? null,
      version,
      updatedAt: new Date(),
    },
    select: { id: true },
  });
  const { sources, factIds } = cited ?? (await citedNow(tx, ref));
  await tx.argumentRevision.create({
    data: {
      debateId: ref.debateId,
      argumentId: ref.id,
      version,
      change,
      title,
      body,
      sources,
      factIds,
      reason,
      editorId: actor.id,
    },
  });
  if (before.authorId !== actor.id && !by.logged) await tellOfChange(tx, ref, version);
  return { id: publicId(ref), version, debate: before.slug };
}
