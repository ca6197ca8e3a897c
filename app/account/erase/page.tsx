import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EraseForm } from "@/components/accounts/erase-form";
import { PageHeading } from "@/components/ui/heading";
import { getAccount } from "@/lib/accounts/queries/account";
import { readFlash } from "@/lib/auth/form-flash";
import { getViewer } from "@/lib/auth/viewer";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.erase");
  return { title: t("title") };
}

export default async function ErasePage() {
  const viewer = await getViewer();
  if (!viewer) redirect(routes.signIn(routes.eraseAccount()));
  const [t, { handle, hasPassword }, state] = await Promise.all([
    getTranslations("accounts.erase"),
    getAccount(viewer),
    readFlash(),
  ]);
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <div className="max-w-measure space-y-3">
        <p>{t("goes")}</p>
        <p>{t("stays")}</p>
        <p>
          {t.rich("exportFirst", {
            link: (words) => (
              <a href={routes.accountExport()} download>
                {words}
              </a>
            ),
          })}
        </p>
      </div>
      <EraseForm state={state} handle={handle} hasPassword={hasPassword} />
    </>
  );
}
