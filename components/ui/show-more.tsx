import { useTranslations } from "next-intl";
import { ButtonLink } from "./button";

/** Leads to the next part of a list. Nothing when the list is at its end. */
export function ShowMore({ href, label }: { href: string | null; label?: string }) {
  const t = useTranslations("common");
  if (!href) return null;
  return (
    <p className="mt-8" data-no-print="">
      <ButtonLink href={href} rel="next" variant="quiet">
        {label ?? t("showMore")}
      </ButtonLink>
    </p>
  );
}
