import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { routes } from "@/lib/routes";

/** Beside a fact. */
export function ReportFactLink({ slug, number }: { slug: string; number: number }) {
  const t = useTranslations("brief.report");
  return (
    <p className="mt-1 text-xs print:hidden">
      <Anchor
        href={routes.reportError(slug, number)}
        aria-label={t("factLabel", { number })}
        className="inline-flex min-h-6 items-center text-muted"
      >
        {t("fact")}
      </Anchor>
    </p>
  );
}

/** At the foot of a brief. */
export function ReportBriefLink({ slug }: { slug: string }) {
  const t = useTranslations("brief.report");
  return (
    <Anchor
      href={routes.reportError(slug)}
      className="inline-flex min-h-8 items-center text-sm print:hidden"
    >
      {t("brief")}
    </Anchor>
  );
}
