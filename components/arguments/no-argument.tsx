import { useTranslations } from "next-intl";
import { PageMessage } from "@/components/shell/page-message";
import { ButtonLink } from "@/components/ui/button";
import { routes } from "@/lib/routes";

/** Instead of an argument that is not there. */
export function NoArgument() {
  const t = useTranslations("arguments.page");
  const errors = useTranslations("errors.page.notFound");
  return (
    <PageMessage
      title={t("notFound")}
      lead={t("notFoundLead")}
      ways={<ButtonLink href={routes.debates()}>{errors("debates")}</ButtonLink>}
    >
      <p>{errors("removed")}</p>
    </PageMessage>
  );
}
