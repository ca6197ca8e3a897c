import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import type { SourceView } from "@/lib/debates/view";
import { routes } from "@/lib/routes";

/** What cites a source: facts, people's words, arguments, each a link. */
export function CitedBy({
  uses,
  brief,
  slug,
}: {
  uses: SourceView["citedBy"];
  /** The brief's page. */
  brief: string;
  slug: string;
}) {
  const t = useTranslations("sources");
  const parts: ReactNode[] = [];
  if (uses.facts.length > 0) {
    parts.push(
      <Use key="facts" label={t("facts", { count: uses.facts.length })}>
        {uses.facts.map(({ number }) => (
          <Anchor key={number} href={`${brief}#F${number}`}>
            F{number}
          </Anchor>
        ))}
      </Use>,
    );
  }
  if (uses.actors.length > 0) {
    parts.push(
      <Use key="people" label={t("people", { count: uses.actors.length })}>
        {uses.actors.map(({ name }) => (
          <Anchor key={name} href={`${brief}#actors`}>
            <bdi>{name}</bdi>
          </Anchor>
        ))}
      </Use>,
    );
  }
  if (uses.arguments.length > 0) {
    parts.push(
      <Use key="arguments" label={t("arguments", { count: uses.arguments.length })}>
        {uses.arguments.map(({ id, number, title }) => (
          <Anchor
            key={id}
            href={routes.argument(slug, id)}
            title={title}
            aria-label={t("argument", { number, title })}
          >
            {number}
          </Anchor>
        ))}
      </Use>,
    );
  }
  if (uses.elsewhere > 0) {
    parts.push(<span key="elsewhere">{t("elsewhere", { count: uses.elsewhere })}</span>);
  }
  return (
    <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {parts.length > 0 ? parts : <span className="text-muted">{t("notCited")}</span>}
    </p>
  );
}

function Use({ label, children }: { label: string; children: readonly ReactNode[] }) {
  return (
    <span>
      <span className="text-muted">{label}</span>{" "}
      {children.map((child, index) => (
        <Fragment key={index}>
          {index > 0 ? ", " : null}
          {child}
        </Fragment>
      ))}
    </span>
  );
}
