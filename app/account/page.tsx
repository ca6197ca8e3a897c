import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountNav } from "@/components/accounts/account-nav";
import { DataSection } from "@/components/accounts/data-section";
import { EmailForm } from "@/components/accounts/email-form";
import { PasswordForm } from "@/components/accounts/password-form";
import { ProfileForm } from "@/components/accounts/profile-form";
import { ProviderList } from "@/components/accounts/provider-list";
import { SessionList } from "@/components/accounts/session-list";
import { VerificationNotice } from "@/components/accounts/verification-notice";
import { BlockList } from "@/components/blocks/block-list";
import { Anchor } from "@/components/ui/anchor";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { Status } from "@/components/ui/notice";
import { getAccount, listSessions } from "@/lib/accounts/queries/account";
import type { AccountView } from "@/lib/accounts/view";
import { configuredProviders, providerNames } from "@/lib/auth/providers";
import { getViewer } from "@/lib/auth/viewer";
import { listBlocks } from "@/lib/blocks/queries/blocks";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.account");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountPage({ searchParams }: Props) {
  const viewer = await getViewer();
  if (!viewer) redirect(routes.signIn(routes.account()));
  const { done, blocks: cursor } = await searchParams;
  const [t, account, sessions, blocks] = await Promise.all([
    getTranslations("accounts"),
    getAccount(viewer),
    listSessions(viewer),
    listBlocks(viewer, { limit: 50, cursor: typeof cursor === "string" ? cursor : undefined }),
  ]);
  const { handle, name, about, email } = account;
  return (
    <>
      <PageHeading lead={t("account.lead")}>{t("account.title")}</PageHeading>
      <AccountNav current="settings" handle={handle} />
      <Status>{done === "password" ? t("account.passwordSet") : null}</Status>
      {email && !account.emailVerified ? <VerificationNotice email={email} /> : null}
      <section className="space-y-6">
        <SectionHeading>{t("profile.title")}</SectionHeading>
        <p>
          {t("profile.handle")}: <strong>{handle}</strong>
          <span className="block text-sm text-muted">{t("profile.handleHint")}</span>
        </p>
        <ProfileForm name={name} about={about} />
      </section>
      <SignInSections account={account} />
      <section className="space-y-4">
        <SectionHeading>{t("sessions.title")}</SectionHeading>
        <SessionList sessions={sessions} />
      </section>
      <BlockList blocks={blocks} />
      <DataSection />
    </>
  );
}

/** How the person signs in: address, password, accounts elsewhere. */
async function SignInSections({ account }: { account: AccountView }) {
  const t = await getTranslations("accounts");
  const { email, emailVerified, hasPassword } = account;
  const providers = configuredProviders().map((id) => ({
    id,
    name: providerNames[id],
    connected: account.providers.includes(id),
  }));
  return (
    <>
      <section className="space-y-6">
        <SectionHeading>{t("emailForm.title")}</SectionHeading>
        <p>
          {email
            ? t(emailVerified ? "emailForm.current" : "emailForm.currentUnconfirmed", { email })
            : t("emailForm.none")}
        </p>
        {hasPassword ? <EmailForm /> : <p>{t("emailForm.needsPassword")}</p>}
      </section>
      <section className="space-y-6">
        <SectionHeading>{t("passwordForm.title")}</SectionHeading>
        {hasPassword ? (
          <PasswordForm />
        ) : (
          <p>
            {t.rich("passwordForm.none", {
              link: (words) => <Anchor href={routes.forgotPassword()}>{words}</Anchor>,
            })}
          </p>
        )}
      </section>
      {providers.length > 0 ? (
        <section className="space-y-4">
          <SectionHeading>{t("providers.title")}</SectionHeading>
          <p>{t("providers.lead")}</p>
          <ProviderList providers={providers} />
        </section>
      ) : null}
    </>
  );
}
