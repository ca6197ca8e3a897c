import { randomUUID } from "node:crypto";
import { hrefOf, anchorOf, type ArgumentsAddress } from "@/components/arguments/address";
import { Composer } from "@/components/arguments/composer/composer";
import { pickableFacts } from "@/components/arguments/composer/pickable-facts";
import type { ListView } from "@/components/arguments/list-view";
import { draftForm } from "@/lib/arguments/vocabulary";
import { getDraft } from "@/lib/arguments/queries/draft";
import { stances, type Stance } from "@/lib/arguments/vocabulary";
import type { BriefView, DebateHead } from "@/lib/debates/view";
import { env } from "@/lib/env";
import { curationOf } from "@/lib/suggestions/queries/curation";
import { newcomerNote } from "@/lib/suggestions/queries/newcomer";
import type { Viewer } from "@/lib/shared/viewer";

type Page = {
  debate: DebateHead;
  brief: BriefView | null;
  address: ArgumentsAddress;
  viewer: Viewer | null;
  /** Whether arguments are taken here. */
  open: boolean;
  /** The argument that an added one belongs to; null for the motion. */
  below: { id: string; number: string } | null;
  /** The number of an argument on this page, to say what is answered. */
  numberOf: (id: string) => string | undefined;
};

/** The form that the address asks for, and where it stands; null when it asks for none. */
export async function openForm(page: Page): Promise<ListView["writing"]> {
  const { address, debate, brief, viewer, below } = page;
  const number = address.reply ? page.numberOf(address.reply) : undefined;
  const answered = address.reply && number ? { id: address.reply, number } : null;
  if (!page.open || (!answered && !address.add)) return null;
  const parent = answered ?? below;
  const stance = answered ? (address.stance ?? null) : (address.add ?? null);
  const [draft, curation, newcomer] = await Promise.all([
    findDraft(viewer, debate.id, parent?.id ?? null, stance),
    curationOf({ slug: debate.slug }),
    newcomerNote(viewer),
  ]);
  const here = answered
    ? hrefOf(
        address,
        { open: address.open, reply: answered.id, stance: address.stance },
        `reply-${answered.id}`,
      )
    : hrefOf(address, { add: address.add }, "write");
  const cancel = answered
    ? hrefOf(address, { open: address.open }, anchorOf(answered.id))
    : hrefOf(address, {}, "arguments");
  const form = (
    <Composer
      debate={debate.slug}
      parent={parent}
      stance={stance}
      signedIn={viewer !== null}
      facts={pickableFacts(brief, debate.language)}
      draft={draft}
      submissionKey={randomUUID()}
      licence={env.CONTENT_LICENCE}
      curated={curation?.curated ?? false}
      newcomer={newcomer}
      here={here}
      cancel={cancel}
    />
  );
  return { at: answered ? answered.id : (address.add ?? ""), form };
}

/** The unsent words for this side; when no side is chosen yet, for either. */
async function findDraft(
  viewer: Viewer | null,
  debateId: number,
  parentId: string | null,
  stance: Stance | null,
) {
  if (!viewer) return null;
  const wanted = stance ? [stance] : stances;
  const drafts = await Promise.all(
    wanted.map((one) => getDraft(viewer, debateId, draftForm.reply(parentId, one))),
  );
  return drafts.find((draft) => draft !== null) ?? null;
}
