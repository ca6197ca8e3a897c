import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Anchor } from "./anchor";

export type Crumb = { href?: string; label: ReactNode };

/** The way to this page. The last crumb, without `href`, is the page itself. */
export function Breadcrumbs({ crumbs, label }: { crumbs: readonly Crumb[]; label?: string }) {
  const t = useTranslations("common");
  return (
    <nav aria-label={label ?? t("breadcrumbs")} className="text-xs text-muted">
      <ol className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        {crumbs.map((crumb, index) => (
          <Fragment key={index}>
            {index > 0 ? (
              <li aria-hidden="true" className="rtl:-scale-x-100">
                ›
              </li>
            ) : null}
            <li>
              {crumb.href ? (
                <Anchor href={crumb.href}>{crumb.label}</Anchor>
              ) : (
                <span aria-current="page">{crumb.label}</span>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
