import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountNav } from "@/components/accounts/account-nav";
import { SuggestionList } from "@/components/suggestions/suggestion-list";
import { PageHeading } from "@/components/ui/heading";
import { ShowMore } from "@/components/ui/show-more";
import { getViewer } from "@/lib/auth/viewer";
import { routes } from "@/lib/routes";
import { listSuggestions } from "@/lib/suggestions/queries/suggestions";
import { suggestionListSchema } from "@/lib/suggestions/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("suggestions");
  return { title: t("title") };
}

export default async function SuggestionsPage({ searchParams }: PageProps<"/account/suggestions">) {
  const viewer = await getViewer();
  if (!viewer) redirect(routes.signIn(routes.accountSuggestions()));
  const asked = suggestionListSchema.parse(await searchParams);
  const [t, page] = await Promise.all([
    getTranslations("suggestions"),
    listSuggestions(viewer, asked),
  ]);
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <AccountNav current="suggestions" handle={viewer.handle} />
      <SuggestionList items={page.items} />
      <ShowMore
        href={page.nextCursor ? routes.accountSuggestions({ cursor: page.nextCursor }) : null}
      />
    </>
  );
}
