import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { notHere, notHereMetadata } from "@/app/not-here";
import { openForm } from "@/app/debates/[slug]/open-form";
import { anchorOf, readAddress } from "@/components/arguments/address";
import { ArgumentPage } from "@/components/arguments/argument-page";
import { argumentPosting } from "@/components/arguments/discussion-posting";
import { shorten } from "@/components/arguments/excerpt";
import { findInPage } from "@/components/arguments/find-in-page";
import type { ListView } from "@/components/arguments/list-view";
import { NoArgument } from "@/components/arguments/no-argument";
import { PostedNotice } from "@/components/arguments/posted-notice";
import { ArgumentCurators } from "@/components/moderation/curate-argument";
import { WithModerationWords } from "@/app/moderation/with-words";
import { JsonLd } from "@/components/debates/json-ld";
import { LivePage } from "@/components/live/live-page";
import { Discussion } from "@/components/discussion/discussion";
import { readDiscussionAddress } from "@/components/discussion/discussion-address";
import { getArgument, getArgumentPage } from "@/lib/arguments/queries/argument";
import { getDraft } from "@/lib/arguments/queries/draft";
import { getThread } from "@/lib/arguments/queries/tree";
import type { ArgumentView } from "@/lib/arguments/view";
import { RecordVisit } from "@/components/debates/record-visit";
import { hasBlocked } from "@/lib/blocks/queries/blocks";
import { getViewer } from "@/lib/auth/viewer";
import { getBrief } from "@/lib/debates/queries/brief";
import { getDebate } from "@/lib/debates/queries/context";
import { maySendNow } from "@/lib/debates/queries/slow";
import type { DebateHead } from "@/lib/debates/view";
import { commentDraft } from "@/lib/discussion/links";
import { listComments } from "@/lib/discussion/queries/comments";
import { oembedLinks } from "@/lib/embeds/discovery";
import { siteUrl } from "@/lib/env";
import { newestEvent } from "@/lib/live/queries/events";
import { parsePublicId } from "@/lib/shared/ids";
import { getArgumentCuration } from "@/lib/moderation/queries/curation";
import { newcomerNote } from "@/lib/suggestions/queries/newcomer";
import { routes } from "@/lib/routes";
import type { Viewer } from "@/lib/shared/viewer";

type Props = PageProps<"/debates/[slug]/arguments/[id]">;

const perSide = 10;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, id } = await params;
  const argument = await getArgument(id, await getViewer());
  if (!argument || argument.debate !== slug) return notHereMetadata();
  const description = shorten(argument.body || argument.title, 200);
  const url = routes.argument(slug, id);
  return {
    title: argument.title,
    description,
    alternates: { canonical: url, types: oembedLinks(url) },
    openGraph: { type: "article", title: argument.title, description, url },
    robots: argument.status === "ARCHIVED" ? { index: false } : undefined,
  };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ slug, id }, query] = await Promise.all([params, searchParams]);
  const viewer = await getViewer();
  const address = readAddress(routes.argument(slug, id), query);
  // Before what is shown is read: whatever happens meanwhile is heard of afterwards.
  const after = await newestEvent(parsePublicId(id)?.debateId ?? 0);
  const [debate, page, thread] = await Promise.all([
    getDebate(slug, viewer),
    getArgumentPage(id, viewer, {
      sort: address.sort,
      cited: address.cited,
      limit: perSide,
      supportCursor: address.afterSupport,
      opposeCursor: address.afterOppose,
    }),
    address.open ? getThread(address.open, viewer) : null,
  ]);
  if (!debate || !page || page.argument.debate !== slug) return notHere(NoArgument);
  const { argument } = page;
  if (argument.mergedInto) redirect(routes.argument(slug, argument.mergedInto));
  const [brief, authorBlocked] = await Promise.all([
    address.add || address.reply ? getBrief(debate.id) : null,
    argument.author ? hasBlocked(viewer, argument.author.handle) : false,
  ]);
  const shown = findInPage(page.columns, thread).set(id, argument);
  const posted = address.posted ? shown.get(address.posted) : undefined;
  const writing = await openForm({
    ...{ debate, brief, address, viewer },
    add: argument.can.reply,
    below: { id, number: argument.number },
    argumentOf: (other) => shown.get(other),
  });
  const view: ListView = {
    address,
    signedIn: viewer !== null,
    briefHref: routes.brief(slug),
    phoneBar: false,
    writing,
    thread,
  };
  return (
    <>
      <JsonLd data={argumentPosting(argument, debate, siteUrl())} />
      {viewer ? <RecordVisit debate={slug} /> : null}
      <LivePage
        after={after}
        debate={debate}
        argument={{ id, above: page.path.map((one) => one.id), comments: argument.comments }}
      />
      <ArgumentPage
        page={page}
        debate={debate}
        view={view}
        authorBlocked={authorBlocked}
        announcement={posted ? <Posted argument={posted} /> : null}
        curation={<Curate argument={argument} viewer={viewer} />}
        discussion={<Talk argument={argument} debate={debate} viewer={viewer} query={query} />}
      />
    </>
  );
}

/** For the debate's curators: what they can do to the argument. */
async function Curate({ argument, viewer }: { argument: ArgumentView; viewer: Viewer | null }) {
  const { id, debate, can } = argument;
  const curation = await getArgumentCuration(viewer, id);
  if (!curation) return null;
  const tree = can.curate.granted ? routes.curateArgument(debate, id) : undefined;
  return (
    <WithModerationWords>
      <ArgumentCurators argument={id} curation={curation} tree={tree} />
    </WithModerationWords>
  );
}

async function Posted({ argument: { id, number } }: { argument: ArgumentView }) {
  const t = await getTranslations("arguments");
  return <PostedNotice anchor={anchorOf(id)}>{t("posted", { number })}</PostedNotice>;
}

/** The discussion, at the page of comments that the address asks for. */
async function Talk({
  argument,
  debate,
  viewer,
  query,
}: {
  argument: ArgumentView;
  debate: DebateHead;
  viewer: Viewer | null;
  query: Awaited<Props["searchParams"]>;
}) {
  const address = readDiscussionAddress(query);
  const [comments, draft, newcomer, now] = await Promise.all([
    listComments(argument.id, viewer, { cursor: address.cursor, around: address.comment }),
    getDraft(viewer, debate.id, commentDraft(argument.id, address.replyTo)),
    newcomerNote(viewer, { id: debate.id }),
    maySendNow(viewer, debate),
  ]);
  return (
    <Discussion
      argument={argument}
      viewer={viewer}
      comments={comments}
      address={address}
      draft={draft}
      newcomer={newcomer}
      now={now}
    />
  );
}
