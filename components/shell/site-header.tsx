import { useTranslations } from "next-intl";
import { Bell } from "@/components/notifications/bell";
import { StartShortcuts } from "@/components/keyboard/start-shortcuts";
import { Anchor } from "@/components/ui/anchor";
import { Icon } from "@/components/ui/icon";
import { routes } from "@/lib/routes";
import type { Viewer } from "@/lib/shared/viewer";
import { AccountMenu } from "./account-menu";
import { Mark } from "./wordmark";

/** The head of every page: the name, the ways on, and the reader's account. */
export function SiteHeader({
  viewer,
  unread = 0,
  waiting = null,
}: {
  viewer: Viewer | null;
  /** How many notifications the viewer has not read. */
  unread?: number;
  /** How much waits for the viewer to decide; null for who moderates nothing. */
  waiting?: number | null;
}) {
  const t = useTranslations("shell");
  return (
    <header className="border-b border-hairline" data-no-print="">
      <div className="page flex min-h-14 items-center gap-x-4 text-sm sm:gap-x-6">
        <Anchor
          href={routes.home()}
          aria-label={t("nav.home")}
          className="flex min-h-11 items-center gap-2 font-serif text-lg font-semibold no-underline"
        >
          <Mark className="size-6 flex-none" />
          <span className={viewer ? "max-[28rem]:sr-only" : "max-[22rem]:sr-only"}>
            Counterpoint
          </span>
        </Anchor>
        <nav aria-label={t("nav.label")} className="me-auto">
          <ul className="flex items-center gap-x-4 sm:gap-x-6">
            <li>
              <Anchor href={routes.debates()} className="nav-link">
                {t("nav.debates")}
              </Anchor>
            </li>
            <li className="hidden md:block">
              <Anchor href={routes.about()} className="nav-link">
                {t("nav.about")}
              </Anchor>
            </li>
            <li className="lg:hidden">
              <Anchor href={routes.search()} className="nav-link" aria-label={t("search.link")}>
                <Icon name="search" />
                <span className={viewer ? "hidden md:inline" : "hidden sm:inline"}>
                  {t("search.link")}
                </span>
              </Anchor>
            </li>
          </ul>
        </nav>
        <SearchForm />
        {viewer ? <Bell unread={unread} /> : null}
        <StartShortcuts />
        <AccountMenu viewer={viewer} waiting={waiting} />
      </div>
    </header>
  );
}

function SearchForm() {
  const t = useTranslations("shell.search");
  return (
    <form action={routes.search()} role="search" className="hidden lg:block">
      <label htmlFor="site-search" className="sr-only">
        {t("label")}
      </label>
      <div className="flex items-center border-b border-edge focus-within:border-ink">
        <input
          id="site-search"
          type="search"
          name="q"
          dir="auto"
          maxLength={200}
          placeholder={t("label")}
          className="w-64 bg-transparent py-1.5 placeholder:text-muted"
        />
        <button type="submit" aria-label={t("submit")} className="grid size-8 place-items-center">
          <Icon name="search" />
        </button>
      </div>
    </form>
  );
}
