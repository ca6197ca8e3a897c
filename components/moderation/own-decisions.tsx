import { useTranslations } from "next-intl";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/heading";
import { ShowMore } from "@/components/ui/show-more";
import type { OwnDecisions } from "@/lib/moderation/queries/own-decisions";
import { routes } from "@/lib/routes";
import { LogList } from "./log/log-list";
import { CountTable } from "./report/count-table";

/** A moderator's own decisions: how many, what became of them, and each of them. */
export function OwnDecisionsPage({ decisions }: { decisions: OwnDecisions }) {
  const t = useTranslations("moderation");
  const log = useTranslations("modlog");
  const { page, byAction, appeals } = decisions;
  return (
    <div className="space-y-10">
      <Breadcrumbs
        crumbs={[{ href: routes.moderation(), label: t("queue.title") }, { label: t("own.title") }]}
      />
      <PageHeading lead={t("own.lead")}>{t("own.title")}</PageHeading>
      {byAction.length > 0 ? (
        <>
          <CountTable
            caption={t("own.table")}
            heads={[log("report.head.action"), log("report.head.count"), log("report.head.undone")]}
            rows={byAction.map(({ action, count, undone }) => [
              log(`actions.${action}`),
              count,
              undone,
            ])}
          />
          <p>{t("own.appeals", appeals)}</p>
          <LogList entries={page.items} />
        </>
      ) : (
        <EmptyState>{t("own.empty")}</EmptyState>
      )}
      <ShowMore
        href={page.nextCursor ? routes.ownDecisions({ cursor: page.nextCursor }) : null}
        label={log("older")}
      />
    </div>
  );
}
