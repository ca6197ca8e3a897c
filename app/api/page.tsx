import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Operation, Pre } from "@/components/api/operation";
import { Anchor } from "@/components/ui/anchor";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { siteUrl } from "@/lib/env";
import { apiReference } from "@/lib/api/reference";
import { processLimits, storeLimits } from "@/lib/limits/rules";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("api");
  return {
    title: t("title"),
    description: t("description"),
    alternates: { canonical: routes.apiReference() },
  };
}

/** An id holds no blank: two words would name two elements. */
const anchorOf = (tag: string) => tag.toLowerCase().replaceAll(" ", "-");

/** The API's reference, made from its description. */
export default async function ApiPage() {
  const t = await getTranslations("api");
  const { sections, shapes } = apiReference();
  return (
    <div className="max-w-[56rem]">
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <p className="mt-4 text-sm">
        <a href={routes.openApi()}>{t("document")}</a>
      </p>
      <nav aria-label={t("contents")} className="mt-6 text-sm">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {sections.map(({ tag }) => (
            <li key={tag}>
              <a href={`#${anchorOf(tag)}`} className="inline-block py-1">
                {t(`tags.${tag}`)}
              </a>
            </li>
          ))}
          <li>
            <a href="#shapes" className="inline-block py-1">
              {t("schemas")}
            </a>
          </li>
        </ul>
      </nav>
      <Basics />
      {sections.map(({ tag, operations }) => (
        <section key={tag} aria-labelledby={anchorOf(tag)} className="mt-12">
          <SectionHeading id={anchorOf(tag)}>{t(`tags.${tag}`)}</SectionHeading>
          {operations.map((operation) => (
            <Operation key={operation.id} operation={operation} />
          ))}
        </section>
      ))}
      <section aria-labelledby="shapes" className="mt-12">
        <SectionHeading id="shapes">{t("schemas")}</SectionHeading>
        {shapes.map((shape) => (
          <div key={shape.name} className="mt-4">
            <h3 className="text-base">{shape.name}</h3>
            <Pre>{shape.text}</Pre>
          </div>
        ))}
      </section>
    </div>
  );
}

const limits = {
  person: processLimits.person.points,
  arguments: storeLimits.arguments.points,
  comments: storeLimits.comments.points,
  search: storeLimits.search.points,
  exports: storeLimits.exports.points,
};

/** What holds for every request. */
function Basics() {
  const t = useTranslations("api");
  return (
    <div className="mt-8 grid gap-x-10 gap-y-6 md:grid-cols-2">
      <Point title={t("authentication.title")}>
        <p>{t("authentication.text")}</p>
        <Pre>Authorization: Bearer cp_…</Pre>
        <Anchor href={routes.account()}>{t("authentication.link")}</Anchor>
      </Point>
      <Point title={t("example")}>
        <Pre>{`curl ${siteUrl()}/api/v1/debates`}</Pre>
      </Point>
      <Point title={t("lists.title")}>{t("lists.text")}</Point>
      <Point title={t("conditional.title")}>{t("conditional.text")}</Point>
      <Point title={t("editing.title")}>
        <p>{t("editing.text")}</p>
        <Pre>{t("editing.example")}</Pre>
      </Point>
      <Point title={t("repeating.title")}>
        <p>{t("repeating.text")}</p>
        <Pre>{t("repeating.example")}</Pre>
      </Point>
      <Point title={t("limits.title")}>
        <p>{t("limits.text")}</p>
        <p className="mt-1">{t("limits.list", limits)}</p>
      </Point>
      <Point title={t("errors.title")}>{t("errors.text")}</Point>
      <Point title={t("conventions.title")}>{t("conventions.text")}</Point>
    </div>
  );
}

function Point({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0 text-sm">
      <h2 className="text-base">{title}</h2>
      <div className="mt-1">{children}</div>
    </section>
  );
}
