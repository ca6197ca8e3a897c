import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { WithModerationWords } from "@/app/moderation/with-words";
import { notHere, notHereMetadata } from "@/app/not-here";
import { LogPlace } from "@/components/moderation/log/log-chain";
import { HowToAppeal, LogFacts } from "@/components/moderation/log/log-facts";
import { EntryChoicesPart } from "@/components/moderation/entry-choices";
import { PurgeLinks } from "@/components/purges/purge-links";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeading } from "@/components/ui/heading";
import { getViewer } from "@/lib/auth/viewer";
import { entryNumber } from "@/lib/moderation/log-schema";
import type { LogTarget } from "@/lib/moderation/log-view";
import { getLogEntry } from "@/lib/moderation/queries/log";
import { getEntryChoices } from "@/lib/moderation/queries/entry-choices";
import { canSeePurges } from "@/lib/purges/rules";
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
      {canSeePurges(viewer).granted ? (
        <PurgeLinks thing={thingIn(entry.target)} entry={entry.purged ? null : entry.id} />
      ) : null}
      <LogPlace entry={entry} />
    </>
  );
}

/** The argument or comment that an entry is about; null for a debate or a person. */
function thingIn({ kind, argument, commentId }: LogTarget) {
  if (kind === "COMMENT" && commentId) return { target: kind, id: commentId };
  return kind === "ARGUMENT" && argument ? { target: kind, id: argument.id } : null;
}
