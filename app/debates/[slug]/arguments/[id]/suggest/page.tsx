import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { pickableFacts } from "@/components/arguments/composer/pickable-facts";
import { valuesOf } from "@/components/arguments/composer/values-of";
import { NoArgument } from "@/components/arguments/no-argument";
import { SuggestForm } from "@/components/suggestions/suggest-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { RefusedNotice } from "@/components/ui/refused-notice";
import { SegmentedLinks } from "@/components/ui/segments";
import { getArgument } from "@/lib/arguments/queries/argument";
import type { ArgumentPermissions } from "@/lib/arguments/view";
import { getViewer } from "@/lib/auth/viewer";
import { getBrief } from "@/lib/debates/queries/brief";
import { getDebate } from "@/lib/debates/queries/context";
import { routes } from "@/lib/routes";
import { suggestable } from "@/lib/suggestions/vocabulary";

type Props = PageProps<"/debates/[slug]/arguments/[id]/suggest">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("suggestions.suggest");
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ slug, id }, { what }, viewer] = await Promise.all([params, searchParams, getViewer()]);
  const [t, debate, argument] = await Promise.all([
    getTranslations("suggestions.suggest"),
    getDebate(slug, viewer),
    getArgument(id, viewer),
  ]);
  if (!debate || !argument || argument.debate !== slug) return notHere(NoArgument);
  const kind = suggestable.find((one) => one === what) ?? "EDIT";
  const { can, number, title } = argument;
  const back = routes.argument(slug, id);
  return (
    <div className="space-y-8 pb-16">
      <Breadcrumbs
        crumbs={[
          { href: routes.debate(slug), label: debate.title },
          { href: back, label: number },
          { label: t("title") },
        ]}
      />
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <p dir="auto" className="max-w-measure border-s-3 border-hairline ps-4 font-serif">
        {title}
      </p>
      {can.suggest.granted && !can.edit.granted ? (
        <>
          <SegmentedLinks
            label={t("what")}
            links={suggestable.map((one) => ({
              href: routes.suggest(slug, id, { what: one }),
              label: t(one),
              current: one === kind,
            }))}
          />
          <SuggestForm
            key={kind}
            kind={kind}
            id={id}
            version={argument.version}
            values={valuesOf(argument)}
            facts={kind === "EDIT" ? pickableFacts(await getBrief(debate.id), debate.language) : []}
            submissionKey={randomUUID()}
          />
        </>
      ) : (
        <Closed slug={slug} id={id} can={can} />
      )}
    </div>
  );
}

/** Why there is nothing to suggest here, and where to go instead. */
async function Closed({
  slug,
  id,
  can: { edit, suggest },
}: {
  slug: string;
  id: string;
  can: Pick<ArgumentPermissions, "edit" | "suggest">;
}) {
  const [t, words] = await Promise.all([
    getTranslations("suggestions.suggest"),
    getTranslations("arguments.actions"),
  ]);
  if (edit.granted) {
    return <ButtonLink href={routes.editArgument(slug, id)}>{words("edit")}</ButtonLink>;
  }
  if (suggest.granted) return null;
  if (suggest.because === "SIGN_IN_REQUIRED") {
    return <ButtonLink href={routes.signIn(routes.suggest(slug, id))}>{t("signIn")}</ButtonLink>;
  }
  return <RefusedNotice refusal={suggest} />;
}
