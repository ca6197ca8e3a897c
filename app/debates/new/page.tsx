import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewDebate } from "@/components/debates/editing/new-debate";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { getViewer } from "@/lib/auth/viewer";
import { listOwnDrafts, mayCreateDebate } from "@/lib/debates/queries/editing";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("editing.new");
  return { title: t("title"), description: t("description"), robots: { index: false } };
}

export default async function NewDebatePage() {
  const viewer = await getViewer();
  if (!viewer) redirect(routes.signIn(routes.newDebate()));
  const permission = await mayCreateDebate(viewer);
  if (permission.granted) return <NewDebate drafts={await listOwnDrafts(viewer)} />;
  const [t, errors] = await Promise.all([
    getTranslations("editing.new"),
    getTranslations("errors"),
  ]);
  return (
    <>
      <PageHeading>{t("refused")}</PageHeading>
      <Notice className="mt-6 max-w-measure">{errors(permission.because)}</Notice>
    </>
  );
}
