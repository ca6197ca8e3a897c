import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { SuggestionPage } from "@/components/suggestions/suggestion-page";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { getViewer } from "@/lib/auth/viewer";
import { routes } from "@/lib/routes";
import { getSuggestion } from "@/lib/suggestions/queries/suggestions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("suggestions");
  return { title: t("title") };
}

export default async function Page({
  params,
  searchParams,
}: PageProps<"/account/suggestions/[id]">) {
  const [{ id }, { sent }, viewer] = await Promise.all([params, searchParams, getViewer()]);
  if (!viewer) redirect(routes.signIn(routes.accountSuggestion(id)));
  const [t, suggestion] = await Promise.all([
    getTranslations("suggestions"),
    getSuggestion(viewer, id),
  ]);
  if (!suggestion) return notHere();
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { href: routes.accountSuggestions(), label: t("title") },
          { label: t(`kind.${suggestion.kind}`) },
        ]}
      />
      <SuggestionPage suggestion={suggestion} sent={sent === "1"} />
    </>
  );
}
