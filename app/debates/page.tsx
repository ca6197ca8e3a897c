import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DebateFilter } from "@/components/debates/debate-filter";
import { NewDebateLink } from "@/components/debates/edit-way";
import { DebateList } from "@/components/debates/debate-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/heading";
import { ShowMore } from "@/components/ui/show-more";
import { getViewer } from "@/lib/auth/viewer";
import { mayCreateDebate } from "@/lib/debates/queries/editing";
import { listDebates } from "@/lib/debates/queries/debates";
import { debateListSchema } from "@/lib/debates/schema";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("debates.list");
  return { title: t("title"), description: t("lead"), alternates: { canonical: routes.debates() } };
}

export default async function Page({ searchParams }: PageProps<"/debates">) {
  const input = debateListSchema.parse(await searchParams);
  const viewer = await getViewer();
  const [{ items, nextCursor }, t, mayCreate] = await Promise.all([
    listDebates(input),
    getTranslations("debates.list"),
    viewer && mayCreateDebate(viewer),
  ]);
  const { q, status } = input;
  const filtered = q !== "" || status !== undefined;
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      {mayCreate?.granted ? <NewDebateLink /> : null}
      <div className="mt-8">
        <DebateFilter input={input} />
      </div>
      <div className="mt-6 border-t border-ink">
        {items.length > 0 ? (
          <DebateList debates={items} heading="h2" />
        ) : (
          <EmptyState
            action={
              filtered ? (
                <ButtonLink href={routes.debates()} variant="quiet">
                  {t("clear")}
                </ButtonLink>
              ) : null
            }
          >
            {t(filtered ? "noMatch" : "empty")}
          </EmptyState>
        )}
        <ShowMore
          href={nextCursor ? routes.debates({ q, status, cursor: nextCursor }) : null}
          label={t("next")}
        />
      </div>
    </>
  );
}
