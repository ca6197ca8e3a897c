import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { SearchForm } from "@/components/search/search-form";
import { SearchPause } from "@/components/search/search-pause";
import { SearchResults } from "@/components/search/search-results";
import { SingleKeysSwitch } from "@/components/keyboard/single-keys-switch";
import { PageHeading } from "@/components/ui/heading";
import { clientNetwork } from "@/lib/accounts/client-address";
import { getViewer } from "@/lib/auth/viewer";
import { limitedSearch } from "@/lib/search/queries/limited-search";
import { searchSchema } from "@/lib/search/schema";

type Props = PageProps<"/search">;

async function askedIn(query: Props["searchParams"]) {
  const entries = Object.entries(await query).map(([key, value]) => [
    key,
    Array.isArray(value) ? value[0] : value,
  ]);
  return searchSchema.omit({ limit: true }).parse(Object.fromEntries(entries));
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, { q }] = await Promise.all([getTranslations("search"), askedIn(searchParams)]);
  return {
    title: q ? `${t("titleWith", { query: q })} – ${t("title")}` : t("title"),
    robots: { index: false },
  };
}

export default async function Page({ searchParams }: Props) {
  const [t, query, viewer, sent] = await Promise.all([
    getTranslations("search"),
    askedIn(searchParams),
    getViewer(),
    headers(),
  ]);
  const asked = { ...query, limit: 20 };
  const found = await limitedSearch(asked, viewer, clientNetwork(sent));
  const items = "items" in found ? found.items : [];
  const debateTitle = items.find(({ debate }) => debate.slug === asked.debate)?.debate.title;
  return (
    <div className="space-y-8">
      <PageHeading lead={asked.q ? undefined : t("lead")}>{t("title")}</PageHeading>
      <SearchForm asked={asked} debateTitle={debateTitle} />
      {"items" in found ? (
        <SearchResults asked={asked} result={found} />
      ) : (
        <SearchPause seconds={found.waitSeconds} />
      )}
      <SingleKeysSwitch scope="search" />
    </div>
  );
}
