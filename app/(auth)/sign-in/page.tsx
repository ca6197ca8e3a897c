import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProviderButtons } from "@/components/accounts/provider-buttons";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { readFlash } from "@/lib/auth/form-flash";
import { safeNext } from "@/lib/auth/next-path";
import { configuredProviders, providerNames } from "@/lib/auth/providers";
import { getViewer } from "@/lib/auth/viewer";
import { routes } from "@/lib/routes";
import { oneValue, type SearchParams } from "../search-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.signIn");
  return { title: t("title") };
}

const explained = ["EMAIL_TAKEN", "NOT_ALLOWED", "ACCOUNT_DISABLED"] as const;

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { next: wanted, error } = await searchParams;
  const next = safeNext(oneValue(wanted), "");
  const [t, state, viewer] = await Promise.all([
    getTranslations("accounts.signIn"),
    readFlash(),
    getViewer(),
  ]);
  const code = explained.find((known) => known === oneValue(error)) ?? "other";
  const providers = configuredProviders().map((id) => ({ id, name: providerNames[id] }));
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      {viewer ? (
        <Notice title={t("already", { name: viewer.name })}>
          <ButtonLink href={next || routes.home()} variant="link">
            {t("onward")}
          </ButtonLink>
        </Notice>
      ) : null}
      {error ? <Notice>{t(`providerError.${code}`)}</Notice> : null}
      <SignInForm state={state} next={next} />
      <ProviderButtons providers={providers} next={next} />
      <p>
        {t.rich("noAccount", {
          link: (words) => <Anchor href={routes.signUp(next)}>{words}</Anchor>,
        })}
      </p>
    </>
  );
}
