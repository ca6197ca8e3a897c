import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VerifyEmailForm } from "@/components/accounts/link-forms";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { readFlash } from "@/lib/auth/form-flash";
import { routes } from "@/lib/routes";
import { oneValue, type SearchParams } from "../search-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.verify");
  return { title: t("title"), referrer: "same-origin" };
}

export default async function VerifyEmailPage({ searchParams }: { searchParams: SearchParams }) {
  const { token, done } = await searchParams;
  const [t, state] = await Promise.all([getTranslations("accounts.verify"), readFlash()]);
  if (done) {
    return (
      <>
        <PageHeading lead={t("done")}>{t("doneTitle")}</PageHeading>
        <ButtonLink href={routes.home()}>{t("onward")}</ButtonLink>
      </>
    );
  }
  const code = oneValue(token);
  return (
    <>
      <PageHeading lead={code ? t("lead") : t("missing")}>{t("title")}</PageHeading>
      {code ? <VerifyEmailForm state={state} token={code} /> : null}
    </>
  );
}
