import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import type { QueueFilter } from "@/lib/moderation/queue-schema";
import type { SavedView } from "@/lib/moderation/queue-view";
import { routes } from "@/lib/routes";
import { DeleteViewForm, SaveViewForm } from "./view-forms";

/** The moderator's own views of the queue as tabs; what is shown now can be kept as another. */
export function ViewTabs({ views, filter }: { views: readonly SavedView[]; filter: QueueFilter }) {
  const t = useTranslations("moderation.views");
  const here = routes.moderation(filter);
  const query = here.split("?")[1] ?? "";
  const current = query === "" ? undefined : views.find((view) => view.query === query);
  if (views.length === 0 && query === "") return null;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
      {views.length > 0 ? (
        <nav aria-label={t("label")}>
          <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
            <Tab href={routes.moderation()} current={query === ""}>
              {t("all")}
            </Tab>
            {views.map((view) => (
              <Tab
                key={view.view}
                href={`${routes.moderation()}${view.query ? `?${view.query}` : ""}`}
                current={view === current}
              >
                {view.name}
              </Tab>
            ))}
          </ul>
        </nav>
      ) : null}
      {current ? (
        <DeleteViewForm view={current.view} name={current.name} />
      ) : query === "" ? null : (
        <SaveViewForm query={query} />
      )}
    </div>
  );
}

function Tab({ href, current, children }: { href: string; current: boolean; children: string }) {
  return (
    <li>
      <Anchor
        href={href}
        aria-current={current ? "page" : undefined}
        className={clsx(
          "inline-flex min-h-8 items-center border-b-2 no-underline hover:border-ink",
          current ? "border-ink font-semibold" : "border-transparent",
        )}
      >
        <bdi>{children}</bdi>
      </Anchor>
    </li>
  );
}
