import { randomUUID } from "node:crypto";
import { hrefOf, anchorOf, type ArgumentsAddress } from "@/components/arguments/address";
import { Composer } from "@/components/arguments/composer/composer";
import { pickableFacts } from "@/components/arguments/composer/pickable-facts";
import { RefusedComposer } from "@/components/arguments/composer/refused-composer";
import type { ListView } from "@/components/arguments/list-view";
import { draftForm } from "@/lib/arguments/vocabulary";
import { getDraft } from "@/lib/arguments/queries/draft";
import { stances, type Stance } from "@/lib/arguments/vocabulary";
import type { ArgumentView } from "@/lib/arguments/view";
import { maySendNow } from "@/lib/debates/queries/slow";
import type { BriefView, DebateHead } from "@/lib/debates/view";
import { env } from "@/lib/env";
import { curationOf } from "@/lib/suggestions/queries/curation";
import { newcomerNote } from "@/lib/suggestions/queries/newcomer";
import { maySee, type Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";

type Page = {
  debate: DebateHead;
  brief: BriefView | null;
  address: ArgumentsAddress;
  viewer: Viewer | null;
  /** Whether the viewer may add an argument at the place that the page is about. */
  add: Permission;
  /** The argument that an added one belongs to; null for the motion. */
  below: { id: string; number: string } | null;
  /** An argument on this page: what is answered, and whether it may be. */
  argumentOf: (id: string) => ArgumentView | undefined;
};

/**
 * The form that the address asks for, and where it stands; null when it asks for none. Who may not send
 * it reads why in its place, with what they had written.
 */
export async function openForm(page: Page): Promise<ListView["writing"]> {
  const { address, debate, brief, viewer, below } = page;
  const answered = (address.reply && page.argumentOf(address.reply)) || null;
  if (!answered && !address.add) return null;
  const may = answered ? answered.can.reply : page.add;
  const parent = answered ? { id: answered.id, number: answered.number } : below;
  const stance = answered ? (address.stance ?? null) : (address.add ?? null);
  const at = answered ? answered.id : (address.add ?? "");
  const draft = await findDraft(viewer, debate.id, parent?.id ?? null, stance);
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
  if (!may.granted && !maySee(may)) {
    const refused = { debate: debate.slug, parent, stance, draft, cancel };
    return { at, form: <RefusedComposer {...refused} refusal={may} /> };
  }
  const [curation, newcomer, now] = await Promise.all([
    curationOf({ slug: debate.slug }),
    newcomerNote(viewer, { slug: debate.slug }),
    maySendNow(viewer, debate),
  ]);
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
      now={now}
      here={here}
      cancel={cancel}
    />
  );
  return { at, form };
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
