import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessage } from "@/components/shell/page-message";
import { ButtonLink } from "@/components/ui/button";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.page.notFound");
  return { title: t("title"), robots: { index: false } };
}

export default async function NotFound() {
  const t = await getTranslations("errors.page.notFound");
  return (
    <PageMessage
      title={t("title")}
      lead={t("lead")}
      ways={
        <>
          <ButtonLink href={routes.debates()}>{t("debates")}</ButtonLink>
          <ButtonLink href={routes.home()} variant="quiet">
            {t("home")}
          </ButtonLink>
        </>
      }
    >
      <p>{t("removed")}</p>
    </PageMessage>
  );
}
