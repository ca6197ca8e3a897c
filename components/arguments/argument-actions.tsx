import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { iconBefore } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { useRefusalWords } from "@/components/ui/refusal-words";
import type { ArgumentView } from "@/lib/arguments/view";
import { routes } from "@/lib/routes";
import { maySee, type Permission } from "@/lib/shared/permission";
import { quietActionWith } from "./quiet-action";
import { ShareLink } from "./share-link";

/** Reply, discuss, share, and the menu: beside the votes in an argument's quiet row. */
export function ArgumentActions({
  argument,
  replyHref,
  signedIn,
  full = signedIn,
}: {
  argument: ArgumentView;
  replyHref: string;
  signedIn: boolean;
  /** On the argument's own page: everything, also what is rarely asked for. */
  full?: boolean;
}) {
  const t = useTranslations("arguments.actions");
  const { id, debate, title, comments, can } = argument;
  const own = routes.argument(debate, id);
  return (
    <>
      {maySee(can.reply) ? (
        <Anchor
          href={replyHref}
          scroll={false}
          aria-label={`${t("reply")} ${t("to", { title })}`}
          className={quietActionWith("reply")}
        >
          {t("reply")}
        </Anchor>
      ) : null}
      <Anchor
        href={`${own}#discussion`}
        data-comments={id}
        aria-label={`${t("discuss", { count: comments })}${t("about", { title })}`}
        className={quietActionWith("message-square")}
      >
        {t("discuss", { count: comments })}
      </Anchor>
      <ShareLink href={own} title={title} />
      <ArgumentMenu argument={argument} signedIn={signedIn} full={full} />
    </>
  );
}

function ArgumentMenu({
  argument,
  signedIn,
  full,
}: {
  argument: ArgumentView;
  signedIn: boolean;
  full: boolean;
}) {
  const t = useTranslations("arguments.actions");
  const { id, debate, number, status, can } = argument;
  const edit = routes.editArgument(debate, id);
  const archived = status === "ARCHIVED";
  return (
    <Menu
      id={`menu-${id}`}
      hiddenLabel={t("menu", { number })}
      buttonClassName={`${iconBefore("ellipsis")} px-1 text-muted after:content-none hover:text-ink`}
    >
      <Anchor href={routes.argumentHistory(debate, id)}>{t("history")}</Anchor>
      {full ? <Anchor href={routes.argumentEmbed(debate, id)}>{t("embed")}</Anchor> : null}
      <Anchor href={routes.flag("argument", id)}>{t("flag")}</Anchor>
      {full && !can.edit.granted && maySee(can.suggest) ? (
        <Anchor href={routes.suggest(debate, id)}>{t("suggest")}</Anchor>
      ) : null}
      {signedIn ? (
        <>
          <MenuItem href={edit} may={can.edit}>
            {t("edit")}
          </MenuItem>
          {can.curate.granted ? (
            <Anchor href={routes.curateArgument(debate, id)}>{t("curate")}</Anchor>
          ) : null}
          <MenuItem href={`${edit}#archive`} may={archived ? can.restore : can.archive}>
            {archived ? t("restore") : t("archive")}
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}

/** A way to somewhere, or the word with the reason why it is closed to this reader. */
function MenuItem({ href, may, children }: { href: string; may: Permission; children: ReactNode }) {
  const words = useRefusalWords();
  if (may.granted) {
    return <Anchor href={href}>{children}</Anchor>;
  }
  return (
    <p className="max-w-64 px-3 py-2 text-xs text-muted">
      <span className="font-medium">{children}</span>
      <span className="block">{words(may)}</span>
    </p>
  );
}
