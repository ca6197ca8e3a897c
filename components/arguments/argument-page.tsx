import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { Byline } from "@/components/ui/byline";
import { SectionHeading } from "@/components/ui/heading";
import { Markdown } from "@/components/ui/markdown";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { voiceClasses } from "@/components/ui/voice-mark";
import { Weight } from "@/components/voting/weight";
import type { ArgumentPageView, ArgumentView } from "@/lib/arguments/view";
import type { DebateHead } from "@/lib/debates/view";
import { routes } from "@/lib/routes";
import { maySee } from "@/lib/shared/permission";
import { anchorOf, hrefOf } from "./address";
import { ArgumentActions } from "./argument-actions";
import { ArgumentLabel } from "./argument-label";
import { ArgumentPath } from "./argument-path";
import { ArgumentColumns } from "./columns";
import { CorrectedFacts } from "./corrected-facts";
import { GroundsInFull } from "./grounds-in-full";
import type { ListView } from "./list-view";
import { Marks } from "./marks";
import { WaysOfLooking } from "./ways-of-looking";

/** One argument: its path to the motion, itself in full, its pros and cons, its discussion. */
export function ArgumentPage({
  page,
  debate,
  view,
  authorBlocked,
  announcement,
  curation,
  discussion,
}: {
  page: ArgumentPageView;
  debate: DebateHead;
  view: ListView;
  /** The reader blocked whoever wrote it: it stays, and says so. */
  authorBlocked: boolean;
  announcement?: ReactNode;
  /** For curators: what they can do to it. */
  curation?: ReactNode;
  discussion: ReactNode;
}) {
  const t = useTranslations("arguments");
  const { argument, path, columns } = page;
  const replies = argument.children.support + argument.children.oppose;
  const several = replies > 3;
  return (
    <>
      <ArgumentPath debate={debate} path={path} argument={argument} />
      <div className="mt-6 gap-x-16 gap-y-8 xl:grid xl:grid-cols-[minmax(0,46rem)_minmax(0,26rem)]">
        <Whole argument={argument} view={view} authorBlocked={authorBlocked} />
        <GroundsInFull
          sources={argument.sources}
          facts={argument.facts}
          briefHref={view.briefHref}
        />
      </div>
      {curation}
      <section aria-labelledby="replies-title" id="replies" className="mt-16 scroll-mt-4 space-y-6">
        <SectionHeading id="replies-title">{t("page.replies")}</SectionHeading>
        {announcement}
        {several ? <WaysOfLooking address={view.address} /> : null}
        <div id="arguments">
          <ArgumentColumns
            columns={columns}
            view={view}
            mayAdd={maySee(argument.can.reply)}
            toMotion={false}
          />
        </div>
      </section>
      <div className="mt-16">{discussion}</div>
    </>
  );
}

/** Who wrote it, and when. */
function Written({
  argument: { id, debate, author, createdAt, updatedAt, version },
  authorBlocked,
}: {
  argument: ArgumentView;
  authorBlocked: boolean;
}) {
  const t = useTranslations("arguments.page");
  const blocks = useTranslations("blocks");
  return (
    <Byline
      name={author?.name}
      href={author && !author.editorial ? routes.member(author.handle) : undefined}
    >
      <Time value={createdAt} />
      {version > 1 ? (
        <Anchor href={routes.argumentHistory(debate, id)}>
          {t("edited")} <Time value={updatedAt} />
        </Anchor>
      ) : null}
      {authorBlocked ? <span>{blocks("argument")}</span> : null}
    </Byline>
  );
}

function Whole({
  argument,
  view,
  authorBlocked,
}: {
  argument: ArgumentView;
  view: ListView;
  authorBlocked: boolean;
}) {
  const t = useTranslations("arguments.page");
  const { id, debate } = argument;
  const here = routes.argument(debate, id);
  return (
    <article
      id={anchorOf(id)}
      tabIndex={-1}
      className={`max-w-[46rem] self-start border-s-3 ps-4 sm:ps-6 ${voiceClasses[argument.stance].edge}`}
    >
      <ArgumentLabel
        stance={argument.stance}
        number={argument.number}
        isNew={argument.isNew}
        archived={argument.status === "ARCHIVED"}
        featured={argument.featured}
        locked={argument.locked}
      />
      <h1 dir="auto" className="mt-2 font-serif text-2xl xl:text-[1.875rem]">
        {argument.title}
      </h1>
      <div className="mt-2">
        <Written argument={argument} authorBlocked={authorBlocked} />
      </div>
      <Marks marks={argument.marks} />
      {argument.asked ? <Notice className="mt-4">{askedWords(t, argument.asked)}</Notice> : null}
      {argument.status === "ARCHIVED" ? <ArchivedNote argument={argument} /> : null}
      <CorrectedFacts argument={argument} briefHref={view.briefHref} />
      {argument.body ? (
        <Markdown topHeading={2} className="mt-5">
          {argument.body}
        </Markdown>
      ) : null}
      <div className="mt-6">
        <Weight argument={argument} here={here}>
          <ArgumentActions
            full
            argument={argument}
            replyHref={hrefOf(view.address, { add: undefined, reply: id }, `reply-${id}`)}
            signedIn={view.signedIn}
          />
        </Weight>
      </div>
      {view.writing?.at === id ? view.writing.form : null}
    </article>
  );
}

/** Why it stands in the tree no more, and how its author brings back what its flags hid. */
function ArchivedNote({ argument }: { argument: ArgumentView }) {
  const t = useTranslations("arguments.page");
  const { id, debate, hiddenAtOnce, can } = argument;
  const edit = routes.editArgument(debate, id);
  return (
    <Notice className="mt-4">
      {hiddenAtOnce && can.edit.granted
        ? t.rich("hiddenAtOnce", { edit: (words) => <Anchor href={edit}>{words}</Anchor> })
        : t("archivedNote")}
    </Notice>
  );
}

function askedWords(
  t: ReturnType<typeof useTranslations<"arguments.page">>,
  { votes, until }: NonNullable<ArgumentView["asked"]>,
) {
  return t.rich("asked", { votes, date: () => <Time value={until} /> });
}
