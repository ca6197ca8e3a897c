import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "./anchor";

/**
 * Who wrote something, and what follows (a date, a word). Without a person: "deleted account".
 * Faces are left out on purpose: an argument stands on its reasons.
 */
export function Byline({
  name,
  href,
  children,
}: {
  name?: string | null;
  href?: string;
  children?: ReactNode;
}) {
  const t = useTranslations("common");
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
      {name && href ? (
        <Anchor href={href} rel="author" className="inline-flex min-h-6 items-center font-medium">
          <bdi>{name}</bdi>
        </Anchor>
      ) : (
        <span className="font-medium">{name ? <bdi>{name}</bdi> : t("deletedAccount")}</span>
      )}
      {children}
    </p>
  );
}
