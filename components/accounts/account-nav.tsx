import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { routes } from "@/lib/routes";

/** The ways between the pages of one's own account. */
export function AccountNav({
  current,
  handle,
}: {
  current: "settings" | "notifications" | "suggestions" | "tokens" | "webhooks";
  handle: string;
}) {
  const t = useTranslations("accounts.account");
  const pages = [
    { key: "settings", href: routes.account(), label: t("settings") },
    {
      key: "notifications",
      href: routes.accountNotifications(),
      label: t("notifications"),
    },
    { key: "suggestions", href: routes.accountSuggestions(), label: t("suggestions") },
    { key: "tokens", href: routes.accountTokens(), label: t("tokens") },
    { key: "webhooks", href: routes.accountWebhooks(), label: t("webhooks") },
    { key: "profile", href: routes.member(handle), label: t("publicProfile") },
  ];
  return (
    <nav aria-label={t("navigation")} className="text-sm">
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {pages.map(({ key, href, label }) => (
          <li key={key}>
            <Anchor
              href={href}
              className="nav-link"
              aria-current={key === current ? "page" : undefined}
            >
              {label}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
