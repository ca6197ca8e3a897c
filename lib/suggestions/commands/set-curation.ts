import "server-only";
import { assertVoice } from "@/lib/auth/standing";
import { writing } from "@/lib/db/writing";
import { limit } from "@/lib/limits/limit";
import { affected } from "@/lib/live/tags";
import { appendEntry } from "@/lib/moderation/commands/append-entry";
import { canModerate } from "@/lib/moderation/rules";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import type { CurationInput } from "../schema";

export type SetCuration = {
  debate: string;
  curated: boolean;
  heldWords: string[];
  heldLinks: number | null;
  entry: number;
};

/**
 * Switches whether new arguments and edits of a debate wait for an editor, which words are held, and
 * how many links. The log says that it was done and why, and repeats none of the words.
 *
 * @throws DomainError NOT_FOUND or the refusal of `canModerate`
 */
export async function setCuration(actor: Actor, input: CurationInput): Promise<SetCuration> {
  await limit("moderation", actor.id);
  return writing(affected.curation(), async (tx) => {
    await assertVoice(tx, actor);
    await tx.$executeRaw`SELECT FROM debates WHERE slug = ${input.debate} FOR NO KEY UPDATE`;
    const debate = await tx.debate.findUnique({
      where: { slug: input.debate },
      select: {
        id: true,
        status: true,
        curated: true,
        heldWords: true,
        heldLinks: true,
        roles: { where: { userId: actor.id, role: "EDITOR" }, select: { userId: true } },
      },
    });
    if (!debate || debate.status === "DRAFT") throw new DomainError("NOT_FOUND");
    const viewerIsEditor = debate.roles.length > 0;
    const facts = { debateStatus: debate.status, authorId: null, viewerIsEditor };
    assertGranted(canModerate(actor, facts));
    const curated = input.curated ?? debate.curated;
    const heldWords = [...new Set(input.heldWords ?? debate.heldWords)];
    const heldLinks = input.heldLinks === undefined ? debate.heldLinks : input.heldLinks;
    await tx.debate.update({
      where: { id: debate.id },
      data: { curated, heldWords, heldLinks },
      select: { id: true },
    });
    const entry = await appendEntry(tx, {
      action: "EDIT",
      about: { target: "DEBATE", debateId: debate.id },
      ...{ actorId: actor.id, personId: null, ground: "OTHER", publicReason: input.publicReason },
      details: { curated, heldWords: heldWords.length, heldLinks },
    });
    return { debate: input.debate, curated, heldWords, heldLinks, entry };
  });
}
