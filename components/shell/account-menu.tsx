import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { moderationLimits } from "@/lib/moderation/vocabulary";
import { routes } from "@/lib/routes";
import { isModerator, type Viewer } from "@/lib/shared/viewer";

/** Sign in and join, or the signed-in person's own pages. */
export function AccountMenu({
  viewer,
  waiting,
}: {
  viewer: Viewer | null;
  /** How much waits for the viewer to decide; null for who moderates nothing. */
  waiting: number | null;
}) {
  const t = useTranslations("shell.account");
  if (!viewer) {
    return (
      <ul className="flex items-center gap-x-4">
        <li>
          <Anchor href={routes.signIn()} className="nav-link">
            {t("signIn")}
          </Anchor>
        </li>
        <li className="hidden sm:block">
          <Anchor href={routes.signUp()} className="button button-primary" data-size="small">
            {t("signUp")}
          </Anchor>
        </li>
      </ul>
    );
  }
  return (
    <Menu
      id="account-menu"
      label={
        <>
          <Icon name="circle-user-round" className="text-lg sm:hidden" />
          <bdi className="hidden max-w-40 truncate sm:block">{viewer.name}</bdi>
        </>
      }
      buttonClassName="font-semibold"
      hiddenLabel={t("menu", { name: viewer.name })}
    >
      <ul>
        <MenuLink href={routes.member(viewer.handle)}>{t("profile")}</MenuLink>
        <MenuLink href={routes.account()}>{t("settings")}</MenuLink>
        <QueueLink waiting={waiting} />
        {isModerator(viewer) ? (
          <MenuLink href={routes.importDebate()}>{t("import")}</MenuLink>
        ) : null}
        {viewer.role === "ADMINISTRATOR" ? (
          <MenuLink href={routes.adminJobs()}>{t("jobs")}</MenuLink>
        ) : null}
        {viewer.role === "ADMINISTRATOR" ? (
          <MenuLink href={routes.adminPurges()}>{t("purges")}</MenuLink>
        ) : null}
        <li className="mt-2 border-t border-hairline pt-2">
          <form method="post" action={routes.handlers.signOut()}>
            <button type="submit">{t("signOut")}</button>
          </form>
        </li>
      </ul>
    </Menu>
  );
}

function QueueLink({ waiting }: { waiting: number | null }) {
  const t = useTranslations("shell.account");
  if (waiting === null) return null;
  const many = waiting > moderationLimits.counted ? "yes" : "no";
  return (
    <MenuLink href={routes.moderation()}>{t("moderation", { count: waiting, many })}</MenuLink>
  );
}

function MenuLink({ href, children }: { href: string; children: string }) {
  return (
    <li>
      <Anchor href={href}>{children}</Anchor>
    </li>
  );
}
