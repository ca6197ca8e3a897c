import { useTranslations } from "next-intl";
import { PageMessage } from "@/components/shell/page-message";
import { ButtonLink } from "@/components/ui/button";
import { routes } from "@/lib/routes";

/** Instead of a debate that is not there. */
export function NoDebate() {
  const t = useTranslations("debates");
  return (
    <PageMessage
      title={t("notFound.title")}
      lead={t("notFound.lead")}
      ways={<ButtonLink href={routes.debates()}>{t("list.clear")}</ButtonLink>}
    />
  );
}
