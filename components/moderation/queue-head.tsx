import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { SegmentedLinks } from "@/components/ui/segments";
import { Time } from "@/components/ui/time";
import { type QueueInput } from "@/lib/moderation/schema";
import { moderationLimits, reviewCauses } from "@/lib/moderation/vocabulary";
import type { QueuePage } from "@/lib/moderation/view";
import { routes } from "@/lib/routes";

const causes = [undefined, ...reviewCauses] as const;

/** How much waits and since when, and which part of it is shown. */
export function QueueHead({
  page,
  filter,
}: {
  page: QueuePage;
  filter: Pick<QueueInput, "cause" | "target" | "debate">;
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
          <Anchor href={routes.modlog()} className="nav-link">
            {t("log")}
          </Anchor>
          {waiting > 0 ? <ButtonLink href={routes.nextReview()}>{t("start")}</ButtonLink> : null}
        </div>
      </div>
      <details className="text-sm">
        <summary className="w-fit font-medium">{t("keys.title")}</summary>
        <p className="mt-2 max-w-measure">{t("keys.list")}</p>
        <p className="mt-1 max-w-measure">{t("keys.review")}</p>
        <p className="mt-1 max-w-measure text-muted">{t("keys.off")}</p>
      </details>
    </>
  );
}
