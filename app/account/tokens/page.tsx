import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountNav } from "@/components/accounts/account-nav";
import { CreateTokenForm } from "@/components/accounts/create-token-form";
import { TokenList } from "@/components/accounts/token-list";
import { Anchor } from "@/components/ui/anchor";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { listTokens } from "@/lib/accounts/queries/account";
import { getViewer } from "@/lib/auth/viewer";
import { routes } from "@/lib/routes";
import { isModerator, scopes } from "@/lib/shared/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.tokens");
  return { title: t("title") };
}

export default async function TokensPage() {
  const viewer = await getViewer();
  if (!viewer) redirect(routes.signIn(routes.accountTokens()));
  const [t, tokens] = await Promise.all([getTranslations("accounts.tokens"), listTokens(viewer)]);
  const givable = scopes.filter((scope) => scope !== "moderate" || isModerator(viewer));
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <AccountNav current="tokens" handle={viewer.handle} />
      <p>
        <Anchor href={routes.apiReference()}>{t("reference")}</Anchor>
      </p>
      <section className="space-y-6">
        <SectionHeading>{t("create")}</SectionHeading>
        <CreateTokenForm scopes={givable} />
      </section>
      <section className="space-y-4">
        <SectionHeading>{t("list")}</SectionHeading>
        <TokenList tokens={tokens} />
      </section>
    </>
  );
}
