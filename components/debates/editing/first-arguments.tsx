import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import { voiceClasses } from "@/components/ui/voice-mark";
import type { ArgumentColumn, ArgumentColumns } from "@/lib/arguments/view";
import { routes } from "@/lib/routes";

/** What a debate opens with: the first arguments on each side, written on the debate's own page. */
export function FirstArguments({ slug, columns }: { slug: string; columns: ArgumentColumns }) {
  return (
    <div className="grid max-w-[56rem] gap-8 sm:grid-cols-2">
      <Side slug={slug} column={columns.support} />
      <Side slug={slug} column={columns.oppose} />
    </div>
  );
}

function Side({ slug, column: { stance, items } }: { slug: string; column: ArgumentColumn }) {
  const t = useTranslations("editing.arguments");
  return (
    <section
      aria-labelledby={`side-${stance}`}
      className={`border-s-3 ps-4 ${voiceClasses[stance].edge}`}
    >
      <h3 id={`side-${stance}`} className="text-base font-semibold">
        {t(stance)}
      </h3>
      {items.length === 0 ? <p className="mt-2 text-sm text-muted">{t("none")}</p> : null}
      <ul className="mt-2 space-y-2">
        {items.map(({ id, number, title }) => (
          <li key={id}>
            <span className="me-2 text-xs text-muted tabular-nums">{number}</span>
            <Anchor href={routes.argument(slug, id)} dir="auto" className="font-serif">
              {title}
            </Anchor>
          </li>
        ))}
      </ul>
      <p className="mt-4">
        <ButtonLink
          href={`${routes.debate(slug, { add: stance.toLowerCase() })}#write`}
          variant="quiet"
          size="small"
        >
          {t(`add.${stance}`)}
        </ButtonLink>
      </p>
    </section>
  );
}
