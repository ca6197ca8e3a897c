import { useTranslations } from "next-intl";
import { ShortcutList } from "@/components/keyboard/shortcut-list";
import { Anchor } from "@/components/ui/anchor";
import { routes } from "@/lib/routes";
import { Contact } from "./contact";
import { ThemeSwitch } from "./theme-switch";

/** Who runs the site and the licence of what people write, as its settings say. */
export type Operator = { name: string; contact: string; licence: string; minimumAge: number };

/** The foot of every page: the rules of the house, who runs it, and the appearance. */
export function SiteFooter({ operator }: { operator: Operator }) {
  const t = useTranslations("shell.footer");
  const links = [
    [routes.about(), t("about")],
    [routes.rules(), t("rules")],
    [routes.privacy(), t("privacy")],
    [routes.modlog(), t("modlog")],
    [routes.apiReference(), t("api")],
    [routes.sourceCode(), t("source")],
  ] as const;
  return (
    <footer className="mt-24 border-t border-hairline text-sm text-muted print:mt-8">
      <div className="page flex flex-col gap-6 py-8">
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
          <nav aria-label={t("label")}>
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
          <div className="flex flex-wrap items-center gap-x-6">
            <ShortcutList />
            <ThemeSwitch />
          </div>
        </div>
        <p className="max-w-measure text-xs">
          {operator.name ? t("operator", { name: operator.name }) : null}{" "}
          {operator.contact
            ? t.rich("contact", { contact: () => <Contact>{operator.contact}</Contact> })
            : null}{" "}
          {t("licence", { licence: operator.licence })}{" "}
          {operator.minimumAge > 0 ? t("age", { age: operator.minimumAge }) : null}
        </p>
      </div>
    </footer>
  );
}
