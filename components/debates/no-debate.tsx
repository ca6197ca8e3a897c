import { useTranslations } from "next-intl";
import { PageMessage } from "@/components/shell/page-message";
import { ButtonLink } from "@/components/ui/button";
import { routes } from "@/lib/routes";

export default function NotFound() {
  const t = useTranslations("debates");
  return (
    <PageMessage
      title={t("notFound.title")}
      lead={t("notFound.lead")}
      ways={<ButtonLink href={routes.debates()}>{t("list.clear")}</ButtonLink>}
    />
  );
}
