import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProviderButtons } from "@/components/accounts/provider-buttons";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { Anchor } from "@/components/ui/anchor";
import { PageHeading } from "@/components/ui/heading";
import { readFlash } from "@/lib/auth/form-flash";
import { safeNext } from "@/lib/auth/next-path";
import { configuredProviders, providerNames } from "@/lib/auth/providers";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";
import { oneValue, type SearchParams } from "../search-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.signUp");
  return { title: t("title") };
}

export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const next = safeNext(oneValue((await searchParams).next), "");
  const [t, state] = await Promise.all([getTranslations("accounts.signUp"), readFlash()]);
  const terms = { minimumAge: env.MINIMUM_AGE, licence: env.CONTENT_LICENCE };
  const providers = configuredProviders().map((id) => ({ id, name: providerNames[id] }));
  return (
    <>
      <PageHeading lead={t("lead", { age: env.MINIMUM_AGE })}>{t("title")}</PageHeading>
      <SignUpForm state={state} next={next} terms={terms} />
      <ProviderButtons providers={providers} next={next} />
      <p>
        {t.rich("haveAccount", {
          link: (words) => <Anchor href={routes.signIn(next)}>{words}</Anchor>,
        })}
      </p>
    </>
  );
}
