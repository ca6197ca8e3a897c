import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { WithModerationWords } from "@/app/moderation/with-words";
import { notHere, notHereMetadata } from "@/app/not-here";
import { LogPlace } from "@/components/moderation/log/log-chain";
import { HowToAppeal, LogFacts } from "@/components/moderation/log/log-facts";
import { EntryChoicesPart } from "@/components/moderation/entry-choices";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeading } from "@/components/ui/heading";
import { getViewer } from "@/lib/auth/viewer";
import { entryNumber } from "@/lib/moderation/log-schema";
import { getLogEntry } from "@/lib/moderation/queries/log";
import { getEntryChoices } from "@/lib/moderation/queries/entry-choices";
import { routes } from "@/lib/routes";

type Props = PageProps<"/modlog/[id]">;

const findEntry = cache(getLogEntry);

async function load(params: Props["params"]) {
  const id = entryNumber.safeParse((await params).id);
  return id.success ? findEntry(id.data) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [entry, t] = await Promise.all([load(params), getTranslations("modlog")]);
  if (!entry) return notHereMetadata();
  return {
    title: t("entryTitle", { id: entry.id }),
    alternates: { canonical: routes.modlogEntry(entry.id) },
  };
}

/** One entry of the log, under an address that stays. */
export default async function EntryPage({ params }: Props) {
  const [entry, t, viewer] = await Promise.all([
    load(params),
    getTranslations("modlog"),
    getViewer(),
  ]);
  if (!entry) return notHere();
  const choices = await getEntryChoices(viewer, entry.id);
  const label = t("entry", { id: entry.id });
  return (
    <>
      <Breadcrumbs crumbs={[{ href: routes.modlog(), label: t("title") }, { label }]} />
      <div className="mt-6">
        <PageHeading>{label}</PageHeading>
      </div>
      <div className="mt-6">
        <LogFacts entry={entry} />
      </div>
      <HowToAppeal entry={entry} />
      {choices ? (
        <WithModerationWords>
          <EntryChoicesPart entry={entry.id} choices={choices} />
        </WithModerationWords>
      ) : null}
      <LogPlace entry={entry} />
    </>
  );
}
