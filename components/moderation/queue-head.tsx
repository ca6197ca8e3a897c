import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { SegmentedLinks } from "@/components/ui/segments";
import type { QueueFilter } from "@/lib/moderation/queue-schema";
import type { SavedView } from "@/lib/moderation/queue-view";
import { moderationLimits, reviewCauses, type ReviewCause } from "@/lib/moderation/vocabulary";
import type { QueuePage } from "@/lib/moderation/view";
import { routes } from "@/lib/routes";
import { Ago } from "./ago";
import { KeysHelp } from "./keys-help";
import { QueueFilterForm } from "./queue-filter";
import { ViewTabs } from "./view-tabs";

function WaysOn({ start }: { start: boolean }) {
  const t = useTranslations("moderation.queue");
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 text-sm">
      <Anchor href={routes.moderationWaits()} className="nav-link">
        {t("waits")}
      </Anchor>
      <Anchor href={routes.ownDecisions()} className="nav-link">
        {t("own")}
      </Anchor>
      <Anchor href={routes.savedReplies()} className="nav-link">
        {t("replies")}
      </Anchor>
      <Anchor href={routes.modlog()} className="nav-link">
        {t("log")}
      </Anchor>
      {start ? <ButtonLink href={routes.nextReview()}>{t("start")}</ButtonLink> : null}
    </div>
  );
}

type Counts = QueuePage["causes"];

function Tab({ cause, counts }: { cause: ReviewCause | undefined; counts: Counts }) {
  const t = useTranslations("moderation.queue.filter");
  const all = Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
  const count = cause ? counts?.[cause] : all;
  return (
    <span className="whitespace-nowrap">
      {t(cause ?? "ALL")}
      {count ? <span className="ms-1.5 text-xs tabular-nums">{count}</span> : null}
    </span>
  );
}

const causes = [undefined, ...reviewCauses] as const;

/** How much waits and since when, and which part of it is shown. */
export function QueueHead({
  page,
  filter,
  views,
  debates,
}: {
  page: QueuePage;
  filter: QueueFilter;
  views: readonly SavedView[];
  debates: readonly { slug: string; title: string }[];
}) {
  const t = useTranslations("moderation.queue");
  const { waiting, oldest } = page;
  const many = waiting > moderationLimits.counted ? "yes" : "no";
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <PageHeading>{t("title")}</PageHeading>
          <p className="mt-2 text-sm">
            {t("waiting", { count: waiting, many })}
            {oldest ? (
              <>
                {", "}
                {t.rich("oldest", { time: () => <Ago value={oldest} /> })}
              </>
            ) : null}
          </p>
        </div>
        <WaysOn start={waiting > 0} />
      </div>
      <div className="space-y-4">
        <SegmentedLinks
          label={t("filter.label")}
          links={causes.map((cause) => ({
            href: routes.moderation({ ...filter, cause }),
            label: <Tab cause={cause} counts={page.causes} />,
            current: filter.cause === cause,
          }))}
        />
        <ViewTabs views={views} filter={filter} />
        <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
          <QueueFilterForm filter={filter} debates={debates} />
          <KeysHelp />
        </div>
        <p className="max-w-measure text-xs text-muted">{t("lead")}</p>
      </div>
    </>
  );
}
