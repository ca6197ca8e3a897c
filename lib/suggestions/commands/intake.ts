import "server-only";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { findMentions } from "@/lib/discussion/mentions";
import { assertGranted } from "@/lib/shared/permission";
import { isModerator, type Actor } from "@/lib/shared/viewer";
import { countPost } from "../bursts";
import { hasHeldWord, linksIn } from "../held-text";
import { curationOf } from "../queries/curation";
import { writerOf } from "../queries/newcomer";
import {
  canName,
  linksFor,
  newcomerMentions,
  standingMatters,
  whatWaits,
  type IntakeFacts,
} from "../rules";
import type { SuggestionWhy } from "../vocabulary";

/** What is asked of a text: its prose, and the words of its sources besides. */
type Text = { prose: string; sources?: readonly object[] };

/**
 * Why this contribution waits for an editor, asked before it is written; null: it is shown at once.
 * For most people nothing is asked of the database.
 */
export async function reasonToWait(
  actor: Actor,
  where: { slug: string } | { id: number },
  kind: IntakeFacts["kind"],
  { prose, sources = [] }: Text,
): Promise<SuggestionWhy | null> {
  if (isModerator(actor)) return null;
  const curation = await curationOf(where);
  if (!curation) return null;
  const read = [prose, ...sources.flatMap((source) => Object.values(source))].join("\n");
  const seen = {
    first: env.FIRST_CONTRIBUTIONS_WAIT,
    links: linksFor(curation, env.HELD_LINKS),
    burst: env.HELD_BURST,
    linksFound: linksIn(prose),
  };
  const isPost = kind === "ARGUMENT" || kind === "COMMENT";
  const counted = isPost && seen.burst > 0 ? countPost(actor.id, prose) : notCounted;
  const why = whatWaits({
    kind,
    ...seen,
    ...counted,
    curates: false,
    curated: curation.curated,
    heldWord: hasHeldWord(read, [...env.HELD_WORDS, ...curation.heldWords]),
    writer: standingMatters(seen) ? await writerOf(actor.id) : null,
  });
  return why && (await isEditor(curation.id, actor.id)) ? null : why;
}

/**
 * Asked before words are sent or changed: new members name few people in them. For most texts nothing
 * is asked of the database.
 *
 * @throws DomainError with the refusal of `canName`
 */
export async function assertMayName(
  actor: Actor,
  where: { slug: string } | { id: number },
  prose: string,
): Promise<void> {
  const named = findMentions(prose).length;
  if (named <= newcomerMentions || isModerator(actor)) return;
  const debate = "id" in where ? where : await curationOf(where);
  if (!debate) return;
  const [writer, curates] = await Promise.all([writerOf(actor.id), isEditor(debate.id, actor.id)]);
  assertGranted(canName({ named, curates, writer }, new Date()));
}

const notCounted = { posts: 0, accounts: 0 };

async function isEditor(debateId: number, userId: number): Promise<boolean> {
  const role = await db.debateRole.findFirst({
    where: { debateId, userId, role: "EDITOR" },
    select: { userId: true },
  });
  return role !== null;
}
