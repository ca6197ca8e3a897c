import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetPasswordForm } from "@/components/accounts/link-forms";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { isPasswordLinkUsable } from "@/lib/accounts/queries/account";
import { readFlash } from "@/lib/auth/form-flash";
import { routes } from "@/lib/routes";
import { oneValue, type SearchParams } from "../search-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.reset");
  return { title: t("title"), referrer: "same-origin" };
}

export default async function ResetPasswordPage({ searchParams }: { searchParams: SearchParams }) {
  const token = oneValue((await searchParams).token) ?? "";
  const [t, state, usable] = await Promise.all([
    getTranslations("accounts.reset"),
    readFlash(),
    isPasswordLinkUsable(token),
  ]);
  if (!usable) {
    return (
      <>
        <PageHeading lead={t("expired")}>{t("expiredTitle")}</PageHeading>
        <ButtonLink href={routes.forgotPassword()}>{t("askAgain")}</ButtonLink>
      </>
    );
  }
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <ResetPasswordForm state={state} token={token} />
    </>
  );
}
