import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { NoArgument } from "@/components/arguments/no-argument";
import { ArgumentHistory } from "@/components/arguments/history/argument-history";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeading } from "@/components/ui/heading";
import { getArgument } from "@/lib/arguments/queries/argument";
import { getRevisions } from "@/lib/arguments/queries/revisions";
import { getViewer } from "@/lib/auth/viewer";
import { routes } from "@/lib/routes";

type Props = PageProps<"/debates/[slug]/arguments/[id]/history">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, id } = await params;
  const t = await getTranslations("arguments.history");
  return { title: t("title"), alternates: { canonical: routes.argumentHistory(slug, id) } };
}

export default async function Page({ params }: Props) {
  const { slug, id } = await params;
  const [viewer, t] = await Promise.all([getViewer(), getTranslations("arguments")]);
  const [argument, revisions] = await Promise.all([
    getArgument(id, viewer),
    getRevisions(id, viewer),
  ]);
  if (!argument || !revisions || argument.debate !== slug) return notHere(NoArgument);
  return (
    <div className="space-y-8">
      <Breadcrumbs
        crumbs={[
          { href: routes.debate(slug), label: t("page.motion") },
          { href: routes.argument(slug, id), label: argument.number },
          { label: t("actions.history") },
        ]}
      />
      <PageHeading kicker={t("history.title")} lead={t("history.lead")}>
        <bdi>{argument.title}</bdi>
      </PageHeading>
      <ArgumentHistory revisions={revisions} />
    </div>
  );
}
