import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { routes } from "@/lib/routes";

/** Taking one's data along, and erasing it. */
export function DataSection() {
  const t = useTranslations("accounts.data");
  return (
    <section className="space-y-6">
      <SectionHeading>{t("title")}</SectionHeading>
      <div className="max-w-measure space-y-3">
        <p>{t("exportLead")}</p>
        <a href={routes.accountExport()} download className="button button-quiet">
          {t("export")}
        </a>
      </div>
      <div className="max-w-measure space-y-3">
        <p>{t("eraseLead")}</p>
        <ButtonLink href={routes.eraseAccount()} variant="quiet">
          {t("erase")}
        </ButtonLink>
      </div>
    </section>
  );
}
