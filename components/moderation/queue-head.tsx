import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { SegmentedLinks } from "@/components/ui/segments";
import { Time } from "@/components/ui/time";
import type { QueueFilter } from "@/lib/moderation/queue-schema";
import type { SavedView } from "@/lib/moderation/queue-view";
import { moderationLimits, reviewCauses } from "@/lib/moderation/vocabulary";
import type { QueuePage } from "@/lib/moderation/view";
import { routes } from "@/lib/routes";
import { KeysHelp } from "./keys-help";
import { QueueFilterForm } from "./queue-filter";
import { ViewTabs } from "./view-tabs";

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
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <p className="text-sm">
        {t("waiting", { count: waiting, many })}
        {oldest ? (
          <>
            {", "}
            {t.rich("oldest", { time: () => <Time value={oldest} precision="minute" /> })}
          </>
        ) : null}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
        <SegmentedLinks
          label={t("filter.label")}
          links={causes.map((cause) => ({
            href: routes.moderation({ ...filter, cause }),
            label: t(`filter.${cause ?? "ALL"}`),
            current: filter.cause === cause,
          }))}
        />
        <div className="flex flex-wrap items-center gap-6">
          <Anchor href={routes.moderationWaits()} className="nav-link">
            {t("waits")}
          </Anchor>
          <Anchor href={routes.ownDecisions()} className="nav-link">
            {t("own")}
          </Anchor>
          <Anchor href={routes.modlog()} className="nav-link">
            {t("log")}
          </Anchor>
          {waiting > 0 ? <ButtonLink href={routes.nextReview()}>{t("start")}</ButtonLink> : null}
        </div>
      </div>
      <ViewTabs views={views} filter={filter} />
      <div className="space-y-3">
        <QueueFilterForm filter={filter} debates={debates} />
        <KeysHelp />
      </div>
    </>
  );
}
