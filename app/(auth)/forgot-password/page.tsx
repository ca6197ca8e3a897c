import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgotPasswordForm } from "@/components/accounts/link-forms";
import { Anchor } from "@/components/ui/anchor";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { readFlash } from "@/lib/auth/form-flash";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";
import type { SearchParams } from "../search-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.forgot");
  return { title: t("title") };
}

export default async function ForgotPasswordPage({ searchParams }: { searchParams: SearchParams }) {
  const { sent } = await searchParams;
  const [t, state] = await Promise.all([getTranslations("accounts.forgot"), readFlash()]);
  if (sent) {
    return (
      <>
        <PageHeading lead={t("sent")}>{t("sentTitle")}</PageHeading>
        {env.SMTP_URL ? null : <Notice>{t("notMailed", { operator: env.OPERATOR_NAME })}</Notice>}
        <p>
          <Anchor href={routes.forgotPassword()}>{t("again")}</Anchor>
        </p>
      </>
    );
  }
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <ForgotPasswordForm state={state} />
    </>
  );
}
