import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ShutOutPage } from "@/components/moderation/shut-out-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { readAppealPass } from "@/lib/auth/appeal-pass";
import { readFlash } from "@/lib/auth/form-flash";
import { getShutOut } from "@/lib/moderation/queries/sanctions";
import { routes } from "@/lib/routes";
import { oneValue, type SearchParams } from "../search-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("moderation.shutOut");
  return { title: t("title"), referrer: "same-origin" };
}

/** For whoever is suspended or banned: until when, why, and how to appeal. */
export default async function AppealPage({ searchParams }: { searchParams: SearchParams }) {
  const { pass: given, done } = await searchParams;
  const [t, state] = await Promise.all([getTranslations("moderation.shutOut"), readFlash()]);
  const pass = oneValue(given);
  const userId = pass ? readAppealPass(pass) : null;
  const view = userId === null ? null : await getShutOut(userId);
  if (!pass || !view) {
    return (
      <>
        <PageHeading lead={t("missing")}>{t("title")}</PageHeading>
        <ButtonLink href={routes.signIn()}>{t("signIn")}</ButtonLink>
      </>
    );
  }
  return <ShutOutPage view={view} pass={pass} state={state} done={done !== undefined} />;
}
