import "server-only";
import { lockForChange, writeChange } from "@/lib/arguments/commands/change";
import { citedNow } from "@/lib/arguments/commands/content";
import { writeEdit } from "@/lib/arguments/commands/edit-argument";
import { writeMerge } from "@/lib/arguments/commands/merge-arguments";
import { writeMove } from "@/lib/arguments/commands/move-argument";
import { writeArgument } from "@/lib/arguments/commands/write-argument";
import { canEdit } from "@/lib/arguments/rules";
import { argumentLimits } from "@/lib/arguments/vocabulary";
import type { Transaction } from "@/lib/db/client";
import { writeComment } from "@/lib/discussion/commands/post-comment";
import { translator } from "@/lib/i18n/translator";
import { happened, type Happening } from "@/lib/live/happenings";
import type { TargetRef } from "@/lib/moderation/target";
import { DomainError } from "@/lib/shared/errors";
import { parsePublicId } from "@/lib/shared/ids";
import type { Actor } from "@/lib/shared/viewer";
import { resolveSources } from "@/lib/sources/commands/cite";
import type { Contents, Suggested } from "../schema";

export type Publication = {
  /** What the entry in the log is about. */
  about: TargetRef;
  /** The argument or comment that it became, or the version; null when it only was noted. */
  madeId: number | null;
  happenings: Happening[];
  /** What was done to somebody else's argument is the log's entry; null when accepting it is all. */
  entry: number | null;
  /** What accepting it changed, for the entry that says only that it was accepted. */
  did: Record<string, unknown>;
};

export type Accepting = {
  editor: Actor;
  author: Actor;
  debate: { id: number; slug: string };
  argumentId: number | null;
  submissionKey: string;
  /** What the editor says in public. */
  reason: string;
  /** For other moderators. */
  privateNote: string;
  /** The version of the argument that the editor compared an edit with. */
  onVersion: number | undefined;
  /** What the log says of the suggestion. */
  details: Record<string, unknown>;
};

/**
 * Does what was suggested, in the name of its author, as a step of the transaction that decides it.
 * @throws DomainError as the command that it is the input of
 */
export async function publish(
  tx: Transaction,
  at: Accepting,
  { kind, content }: Suggested,
): Promise<Publication> {
  switch (kind) {
    case "ARGUMENT":
      return publishArgument(tx, at, content);
    case "COMMENT":
      return publishComment(tx, at, content);
    case "EDIT":
      return publishEdit(tx, at, content);
    case "SOURCE":
      return publishSource(tx, at, content);
    case "PLACE":
      return publishPlace(tx, at, content);
    case "DUPLICATE":
      return publishMerge(tx, at, content);
  }
}

/** Accepting it is all that the log says. */
const only = { entry: null, did: {} };

function aboutArgument({ debate, argumentId }: Accepting) {
  return { target: "ARGUMENT", debateId: debate.id, argumentId: argumentId! } as const;
}

async function publishArgument(
  tx: Transaction,
  { author, debate, argumentId, submissionKey }: Accepting,
  content: Contents["ARGUMENT"],
): Promise<Publication> {
  const debateId = debate.id;
  const parentId = argumentId === null ? null : { debateId, id: argumentId };
  const input = { ...content, debate: debate.slug, parentId, submissionKey };
  const ref = parsePublicId((await writeArgument(tx, author, input, debateId)).id)!;
  const about = { target: "ARGUMENT", debateId, argumentId: ref.id } as const;
  return { about, madeId: ref.id, happenings: [happened(ref, "ADDED")], ...only };
}

async function publishComment(
  tx: Transaction,
  { author, debate, argumentId, submissionKey }: Accepting,
  { body, replyTo }: Contents["COMMENT"],
): Promise<Publication> {
  const debateId = debate.id;
  const argument = { debateId, id: argumentId! };
  const made = await writeComment(tx, author, {
    ...{ argumentId: argument, body, submissionKey },
    replyToId: replyTo === null ? undefined : { debateId, id: replyTo },
  });
  const { id: commentId } = parsePublicId(made.id)!;
  const about = { target: "COMMENT", debateId, argumentId: argument.id, commentId } as const;
  return { about, madeId: commentId, happenings: [happened(argument, "COMMENTED")], ...only };
}

async function publishEdit(
  tx: Transaction,
  at: Accepting,
  content: Contents["EDIT"],
): Promise<Publication> {
  const id = { debateId: at.debate.id, id: at.argumentId! };
  const version = at.onVersion ?? content.version;
  // Somebody else's argument is edited with a reason: the editor's, when its writer gave none.
  const reason = content.reason || at.reason.slice(0, argumentLimits.reason);
  const edit = { ...content, reason, id, version };
  const { author: writer, details, reason: publicReason, privateNote } = at;
  const accepts = { writer, details, publicReason, privateNote };
  const { version: madeId, entry, asking } = await writeEdit(tx, at.editor, edit, accepts);
  const did = { from: { version }, to: { version: madeId }, asking };
  return { about: aboutArgument(at), madeId, happenings: [happened(id, "EDITED")], entry, did };
}

async function publishSource(
  tx: Transaction,
  at: Accepting,
  { source }: Contents["SOURCE"],
): Promise<Publication> {
  const ref = { debateId: at.debate.id, id: at.argumentId! };
  const { debateId, id: argumentId } = ref;
  const { version } = await tx.argument.findUniqueOrThrow({
    where: { debateId_id: ref },
    select: { version: true },
  });
  const before = await lockForChange(tx, at.editor, { id: ref, version }, canEdit);
  const cited = await citedNow(tx, ref);
  const [added] = await resolveSources(tx, debateId, at.author.id, [source]);
  const full = cited.sources.length >= argumentLimits.sources;
  if (full || cited.sources.some(({ sourceId }) => sourceId === added!.sourceId)) {
    const words = translator("suggestions")(full ? "decide.sourcesFull" : "decide.citedBefore");
    throw new DomainError("INVALID_INPUT", { fields: { decision: [words] } });
  }
  const position = cited.sources.length;
  await tx.citation.create({ data: { debateId, argumentId, position, ...added! } });
  const { title, body, status } = before;
  const made = await writeChange(tx, at.author, ref, before, {
    ...{ change: "EDITED", title, body, status, reason: translator("suggestions")("sourceAdded") },
    cited: await citedNow(tx, ref),
  });
  const happenings = [happened(ref, "EDITED")];
  const did = { from: { version }, to: { version: made.version, source: added!.sourceId } };
  return { about: aboutArgument(at), madeId: made.version, happenings, entry: null, did };
}

async function publishPlace(
  tx: Transaction,
  at: Accepting,
  { to, stance }: Contents["PLACE"],
): Promise<Publication> {
  const debateId = at.debate.id;
  const move = { ...act(at), to: to === null ? null : { debateId, id: to }, stance };
  const { happenings, moved } = await writeMove(tx, at.editor, move, at.details);
  return { about: aboutArgument(at), madeId: null, happenings, entry: moved.entry, did: {} };
}

async function publishMerge(
  tx: Transaction,
  at: Accepting,
  { of: id }: Contents["DUPLICATE"],
): Promise<Publication> {
  const into = { debateId: at.debate.id, id };
  const merge = { ...act(at), into };
  const { happenings, merged } = await writeMerge(tx, at.editor, merge, at.details);
  return { about: aboutArgument(at), madeId: null, happenings, entry: merged.entry, did: {} };
}

function act({ debate, argumentId, reason, privateNote }: Accepting) {
  const id = { debateId: debate.id, id: argumentId! };
  return { id, ground: "QUALITY", publicReason: reason, privateNote } as const;
}
