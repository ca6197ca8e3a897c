import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { Notice, Status } from "@/components/ui/notice";
import type { EditingView } from "@/lib/debates/queries/editing";
import type { EditingPart } from "@/lib/debates/vocabulary";
import { routes } from "@/lib/routes";
import { EditingNav, partsOf } from "./editing-nav";

/** The frame around a part of a debate that is edited: where one is, and the way to the other parts. */
export function EditingPage({
  debate,
  part,
  saved,
  children,
}: {
  debate: EditingView["debate"];
  part: EditingPart;
  /** Whether something was just saved. */
  saved: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("editing");
  const draft = debate.status === "DRAFT";
  const steps = partsOf(draft).filter((one) => one !== "editors");
  const next = draft ? steps[steps.findIndex((one) => one === part) + 1] : undefined;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { href: routes.debate(debate.slug), label: debate.title },
          { label: t(draft ? "titleDraft" : "title") },
        ]}
      />
      <div className="mt-6">
        <PageHeading kicker={t(draft ? "titleDraft" : "title")}>{debate.title}</PageHeading>
      </div>
      <Notice className="mt-4 max-w-measure">{t(draft ? "draftNote" : "openNote")}</Notice>
      <p className="mt-3 text-sm">
        <Anchor href={routes.debate(debate.slug)} className="inline-flex min-h-8 items-center">
          {t(draft ? "preview" : "backToDebate")}
        </Anchor>
      </p>
      <div className="mt-6 gap-x-16 gap-y-8 lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
        <div className="mb-8 lg:mb-0">
          <EditingNav slug={debate.slug} current={part} draft={draft} />
        </div>
        <div className="min-w-0">
          <SectionHeading id="part">{t(`parts.${part}`)}</SectionHeading>
          <p className="mt-1 mb-6 max-w-measure text-sm text-muted">{t(`lead.${part}`)}</p>
          <Status className={saved ? "mb-6" : undefined}>{saved ? t("saved") : undefined}</Status>
          {children}
          {next && part !== "editors" ? (
            <p className="mt-10 border-t border-hairline pt-4">
              <ButtonLink href={routes.editDebate(debate.slug, { part: next })} variant="quiet">
                {t("next", { part: t(`parts.${next}`) })}
              </ButtonLink>
            </p>
          ) : null}
        </div>
      </div>
    </>
  );
}
