import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notHere, notHereMetadata } from "@/app/not-here";
import { anchorOf, readAddress } from "@/components/arguments/address";
import { debatePosting } from "@/components/arguments/discussion-posting";
import { shorten } from "@/components/arguments/excerpt";
import { findInPage } from "@/components/arguments/find-in-page";
import type { ListView } from "@/components/arguments/list-view";
import { PostedNotice } from "@/components/arguments/posted-notice";
import { DebatePage } from "@/components/debates/debate-page";
import { JsonLd } from "@/components/debates/json-ld";
import { LivePage } from "@/components/live/live-page";
import { NoDebate } from "@/components/debates/no-debate";
import { RecordVisit } from "@/components/debates/record-visit";
import { FollowForm } from "@/components/notifications/follow-form";
import { getArgumentPage } from "@/lib/arguments/queries/argument";
import { getColumns } from "@/lib/arguments/queries/columns";
import { getThread } from "@/lib/arguments/queries/tree";
import type { ArgumentView } from "@/lib/arguments/view";
import { getViewer } from "@/lib/auth/viewer";
import { getBrief } from "@/lib/debates/queries/brief";
import { getDebate } from "@/lib/debates/queries/context";
import { rightsInDebate } from "@/lib/debates/queries/editing";
import { oembedLinks } from "@/lib/embeds/discovery";
import { siteUrl } from "@/lib/env";
import { isFollowing } from "@/lib/notifications/queries/follows";
import { newestEvent } from "@/lib/live/queries/events";
import { routes } from "@/lib/routes";
import { maySee } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import { openForm } from "./open-form";

type Props = PageProps<"/debates/[slug]">;

const perSide = 10;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const debate = await getDebate(slug, await getViewer());
  if (!debate) return notHereMetadata();
  const description = shorten(debate.motionNote || debate.motion, 200);
  const url = routes.debate(slug);
  return {
    title: debate.title,
    description,
    alternates: {
      canonical: url,
      types: {
        "application/atom+xml": routes.debateFeed(slug),
        ...(debate.status === "DRAFT" ? {} : oembedLinks(url)),
      },
    },
    openGraph: { type: "article", title: debate.title, description, url },
    robots: debate.status === "DRAFT" ? { index: false } : undefined,
  };
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  const viewer = await getViewer();
  const debate = await getDebate(slug, viewer);
  if (!debate) return notHere(NoDebate);
  const address = readAddress(routes.debate(slug), await searchParams);
  // Before what is shown is read: whatever happens meanwhile is heard of afterwards.
  const after = await newestEvent(debate.id);
  const posted = address.posted ? await findPosted(address.posted, viewer) : null;
  const [brief, columns, thread, following, rights] = await Promise.all([
    getBrief(debate.id),
    getColumns(slug, null, viewer, {
      sort: address.sort,
      cited: address.cited,
      limit: perSide,
      supportCursor: address.afterSupport,
      opposeCursor: address.afterOppose,
    }),
    readThread(address.open ?? posted?.root, viewer),
    viewer && debate.status !== "DRAFT" ? isFollowing(debate.id, viewer) : null,
    rightsInDebate(slug, viewer),
  ]);
  if (!columns) return notHere(NoDebate);
  const shown = findInPage(columns, thread);
  const writing = await openForm({
    ...{ debate, brief, address, viewer, below: null },
    add: rights.add,
    argumentOf: (id) => shown.get(id),
  });
  const view: ListView = {
    address,
    signedIn: viewer !== null,
    briefHref: routes.brief(slug),
    phoneBar: debate.status === "OPEN" && maySee(rights.add),
    writing,
    thread,
  };
  const elsewhere = posted && !shown.has(posted.argument.id) ? posted.argument : null;
  return (
    <>
      <JsonLd data={debatePosting(debate, siteUrl())} />
      {viewer ? <RecordVisit debate={slug} /> : null}
      <LivePage after={after} debate={debate} />
      <DebatePage
        debate={debate}
        brief={brief}
        columns={columns}
        view={view}
        rights={rights}
        follow={following === null ? null : <FollowForm debate={slug} following={following} />}
        posted={elsewhere}
        announcement={
          posted ? <Posted argument={posted.argument} elsewhere={elsewhere !== null} /> : null
        }
      />
    </>
  );
}

/** Tells a member that what they posted is there. */
async function Posted({ argument, elsewhere }: { argument: ArgumentView; elsewhere: boolean }) {
  const t = await getTranslations("arguments");
  return (
    <PostedNotice anchor={anchorOf(argument.id)}>
      {t(elsewhere ? "postedElsewhere" : "posted", { number: argument.number })}
    </PostedNotice>
  );
}

/** What was just posted, and the argument of a column under which it stands (none for a direct one). */
async function findPosted(id: string, viewer: Viewer | null) {
  const page = await getArgumentPage(id, viewer, { sort: "convincing", cited: false, limit: 1 });
  return page ? { argument: page.argument, root: page.path[0]?.id } : null;
}

function readThread(id: string | undefined, viewer: Viewer | null) {
  return id ? getThread(id, viewer) : null;
}
