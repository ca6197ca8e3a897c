import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Icon } from "@/components/ui/icon";
import { mostCounted } from "@/lib/notifications/vocabulary";
import { routes } from "@/lib/routes";

/**
 * The way to one's notifications, with how many are unread. Screen readers hear the number in
 * words; `data-unread` is for whoever counts on while the page is open.
 */
export function Bell({ unread }: { unread: number }) {
  const t = useTranslations("notifications");
  const many = unread > mostCounted;
  return (
    <Anchor
      href={routes.notifications()}
      aria-label={t("bell", { count: unread, many: many ? "yes" : "no" })}
      className="nav-link"
      data-unread={unread}
    >
      <Icon name="bell" className="text-lg" />
      <span className="hidden xl:inline">{t("bellWord")}</span>
      {unread > 0 ? (
        <span className="rounded-full bg-ink px-1.5 text-xs font-semibold text-paper tabular-nums">
          {many ? t("many") : unread}
        </span>
      ) : null}
    </Anchor>
  );
}
