import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { EmptyState } from "@/components/ui/empty-state";
import { ShowMore } from "@/components/ui/show-more";
import type { LogFilter } from "@/lib/moderation/log-schema";
import type { LogEntryView } from "@/lib/moderation/log-view";
import { routes } from "@/lib/routes";
import type { Page } from "@/lib/shared/cursor";
import { LogList } from "./log-list";

type Props = { page: Page<LogEntryView>; filter: LogFilter; beyondFirst: boolean };

/** One page of the log with the way to older entries and back to the newest. */
export function LogPages({ page, filter, beyondFirst }: Props) {
  const t = useTranslations("modlog");
  const filtered = Object.values(filter).some((value) => value !== undefined && value !== "");
  return (
    <>
      {beyondFirst ? (
        <p className="mb-6 text-sm">
          <Anchor href={routes.modlog(filter)}>{t("newest")}</Anchor>
        </p>
      ) : null}
      {page.items.length > 0 ? (
        <LogList entries={page.items} />
      ) : (
        <EmptyState>{t(filtered || beyondFirst ? "noMatch" : "empty")}</EmptyState>
      )}
      <ShowMore
        href={page.nextCursor ? routes.modlog({ ...filter, cursor: page.nextCursor }) : null}
        label={t("older")}
      />
    </>
  );
}
