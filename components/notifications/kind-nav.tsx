import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { notificationKinds, type Kind } from "@/lib/notifications/vocabulary";
import { routes } from "@/lib/routes";

/** All notifications, or one kind. */
export function KindNav({ current }: { current?: Kind }) {
  const t = useTranslations("notifications.filter");
  return (
    <nav aria-label={t("label")} className="text-sm">
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {([undefined, ...notificationKinds] as const).map((kind) => (
          <li key={kind ?? "ALL"}>
            <Anchor
              href={routes.notifications({ kind })}
              className="nav-link"
              aria-current={kind === current ? "page" : undefined}
            >
              {t(kind ?? "ALL")}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
