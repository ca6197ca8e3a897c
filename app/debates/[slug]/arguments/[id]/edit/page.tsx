import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { NoArgument } from "@/components/arguments/no-argument";
import { ArchiveForm } from "@/components/arguments/composer/archive-form";
import { EditForm } from "@/components/arguments/composer/edit-form";
import { KeptWords } from "@/components/arguments/composer/kept-words";
import { pickableFacts } from "@/components/arguments/composer/pickable-facts";
import { valuesOf } from "@/components/arguments/composer/values-of";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { RefusedNotice } from "@/components/ui/refused-notice";
import { draftForm } from "@/lib/arguments/vocabulary";
import { getArgument } from "@/lib/arguments/queries/argument";
import { getDraft } from "@/lib/arguments/queries/draft";
import { getViewer } from "@/lib/auth/viewer";
import { getBrief } from "@/lib/debates/queries/brief";
import { getDebate } from "@/lib/debates/queries/context";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("arguments.edit");
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params }: PageProps<"/debates/[slug]/arguments/[id]/edit">) {
  const { slug, id } = await params;
  const [viewer, t] = await Promise.all([getViewer(), getTranslations("arguments")]);
  const [debate, argument] = await Promise.all([getDebate(slug, viewer), getArgument(id, viewer)]);
  if (!debate || !argument || argument.debate !== slug) return notHere(NoArgument);
  const back = routes.argument(slug, id);
  const { can, version, status } = argument;
  const archived = status === "ARCHIVED";
  const [brief, draft] = await Promise.all([
    can.edit.granted ? getBrief(debate.id) : null,
    getDraft(viewer, debate.id, draftForm.edit(id)),
  ]);
  return (
    <div className="space-y-8">
      <Breadcrumbs
        crumbs={[
          { href: routes.debate(slug), label: t("page.motion") },
          { href: back, label: argument.number },
          { label: t("actions.edit") },
        ]}
      />
      <PageHeading>
        {can.edit.granted || can.restore.granted ? t("edit.title") : t("edit.closed")}
      </PageHeading>
      {can.edit.granted ? (
        <EditForm
          debate={slug}
          id={id}
          version={version}
          values={valuesOf(argument)}
          facts={pickableFacts(
            brief,
            debate.language,
            argument.facts.map((fact) => fact.id),
          )}
          draft={draft}
          cancel={back}
        />
      ) : can.restore.granted ? null : (
        <div className="max-w-measure space-y-4">
          <RefusedNotice refusal={can.edit} />
          <KeptWords form={draftForm.edit(id)} stored={draft} />
          {can.edit.because === "SIGN_IN_REQUIRED" ? (
            <ButtonLink href={routes.signIn(routes.editArgument(slug, id))}>
              {t("form.signInLink")}
            </ButtonLink>
          ) : (
            <ButtonLink href={back} variant="quiet">
              {t("edit.back")}
            </ButtonLink>
          )}
        </div>
      )}
      {(archived ? can.restore : can.archive).granted ? (
        <ArchiveForm id={id} version={version} archived={archived} />
      ) : null}
    </div>
  );
}
