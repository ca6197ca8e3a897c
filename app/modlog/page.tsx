import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { LogEnd } from "@/components/moderation/log/log-chain";
import { LogFiles } from "@/components/moderation/log/log-files";
import { LogFilterForm } from "@/components/moderation/log/log-filter";
import { LogPages } from "@/components/moderation/log/log-pages";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeading } from "@/components/ui/heading";
import { SearchPause } from "@/components/search/search-pause";
import { clientNetwork } from "@/lib/accounts/client-address";
import { getViewer } from "@/lib/auth/viewer";
import { getDebate } from "@/lib/debates/queries/context";
import { logListSchema, type LogListInput } from "@/lib/moderation/log-schema";
import { limitedLog } from "@/lib/moderation/queries/limited-log";
import { getLogHead, listLoggedDebates } from "@/lib/moderation/queries/log";
import { routes } from "@/lib/routes";

type Props = PageProps<"/modlog">;

async function askedIn(query: Props["searchParams"]): Promise<LogListInput> {
  const { limit: _, ...asked } = await query;
  return logListSchema.parse(asked);
}

const findDebate = cache((slug: string | undefined) => (slug ? getDebate(slug) : null));

async function titleOf({ debate: slug, person }: LogListInput): Promise<string> {
  const [t, debate] = await Promise.all([getTranslations("modlog"), findDebate(slug)]);
  if (debate) return t("titleOfDebate", { debate: debate.title });
  return person === undefined ? t("title") : t("titleOfPerson", { handle: person });
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, asked] = await Promise.all([getTranslations("modlog"), askedIn(searchParams)]);
  const { q, cursor, limit: _, debate, ...others } = asked;
  const narrowed = q !== "" || Object.values(others).some((value) => value !== undefined);
  const feed = routes.modlogFeed({ debate, person: asked.person });
  return {
    title: await titleOf(asked),
    description: t("description"),
    alternates: {
      canonical: routes.modlog({ debate }),
      types: { "application/atom+xml": feed },
    },
    ...(narrowed || cursor ? { robots: { index: false } } : {}),
  };
}

/** Everything moderators did, newest first, and what of it fits. */
export default async function ModlogPage({ searchParams }: Props) {
  const [t, asked, viewer, sent] = await Promise.all([
    getTranslations("modlog"),
    askedIn(searchParams),
    getViewer(),
    headers(),
  ]);
  const [debate, page, head, debates, title] = await Promise.all([
    findDebate(asked.debate),
    limitedLog(asked, viewer, clientNetwork(sent)),
    getLogHead(),
    listLoggedDebates(),
    titleOf(asked),
  ]);
  const { cursor, limit: _limit, ...filter } = asked;
  return (
    <>
      {debate ? (
        <div className="mb-6">
          <Breadcrumbs
            crumbs={[
              { href: routes.debate(debate.slug), label: debate.title },
              { label: t("title") },
            ]}
          />
        </div>
      ) : null}
      <PageHeading lead={t("lead")}>{title}</PageHeading>
      <div className="mt-8">
        <LogFilterForm asked={filter} debates={debates} />
      </div>
      <div className="mt-10">
        {"items" in page ? (
          <LogPages page={page} filter={filter} beyondFirst={cursor !== undefined} />
        ) : (
          <SearchPause seconds={page.waitSeconds} />
        )}
      </div>
      <LogFiles filter={filter} />
      <LogEnd head={head} />
    </>
  );
}
