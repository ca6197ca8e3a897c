import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import type { LogFilter } from "@/lib/moderation/log-schema";
import { routes } from "@/lib/routes";

/** The same entries for programs. Feeds are of all, of one debate or about one person. */
export function LogFiles({ filter }: { filter: LogFilter }) {
  const t = useTranslations("modlog.files");
  const { debate, person } = filter;
  const links = [
    [routes.modlogFeed({ debate, person }), t("feed")],
    [routes.modlogFeed({ debate, person, format: "rss" }), t("rss")],
    [routes.modlogFile(filter), t("csv")],
    [routes.modlogJson(filter), t("json")],
    [routes.modlogReport(), t("report")],
  ] as const;
  return (
    <nav aria-label={t("label")} className="mt-10 max-w-measure text-sm" data-no-print="">
      <ul className="flex flex-wrap gap-x-6">
        {links.map(([href, label]) => (
          <li key={href}>
            <Anchor href={href} className="nav-link">
              {label}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
