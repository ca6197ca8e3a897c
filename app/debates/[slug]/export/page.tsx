import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notHere, notHereMetadata } from "@/app/not-here";
import { NoDebate } from "@/components/debates/no-debate";
import { PrepareForm } from "@/components/interchange/prepare-form";
import { PreparedList } from "@/components/interchange/prepared-list";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeading } from "@/components/ui/heading";
import { getViewer } from "@/lib/auth/viewer";
import { getDebate } from "@/lib/debates/queries/context";
import { slugSchema } from "@/lib/debates/schema";
import { env } from "@/lib/env";
import { listPrepared } from "@/lib/interchange/queries/prepared";
import { exportFormats, type ExportFormat } from "@/lib/interchange/schema";
import type { PreparedExportView } from "@/lib/interchange/view";
import { preparedDays } from "@/lib/interchange/vocabulary";
import { routes } from "@/lib/routes";

type Props = { params: Promise<{ slug: string }> };

async function load(params: Props["params"]) {
  const slug = slugSchema.safeParse((await params).slug);
  return slug.success ? getDebate(slug.data, await getViewer()) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [debate, t] = await Promise.all([load(params), getTranslations("exchange.export")]);
  if (!debate) return notHereMetadata();
  return {
    title: t("pageTitle", { title: debate.title }),
    description: t("description"),
    alternates: { canonical: routes.exportDebate(debate.slug) },
  };
}

/** The debate as a file, each format explained in a line. */
export default async function ExportPage({ params }: Props) {
  const [debate, t] = await Promise.all([load(params), getTranslations("exchange.export")]);
  if (!debate) return notHere(NoDebate);
  const viewer = await getViewer();
  const prepared = viewer ? await listPrepared(viewer, debate.slug) : [];
  return (
    <>
      <Breadcrumbs
        crumbs={[{ href: routes.debate(debate.slug), label: debate.title }, { label: t("title") }]}
      />
      <div className="mt-6">
        <PageHeading lead={t("lead", { licence: env.CONTENT_LICENCE })}>{t("title")}</PageHeading>
      </div>
      {prepared.length > 0 ? <PreparedList slug={debate.slug} items={prepared} /> : null}
      {viewer ? (
        <p className="mt-6 max-w-[52rem] text-sm">{t("prepare.hint", { days: preparedDays })}</p>
      ) : null}
      <ul className="mt-8 max-w-[52rem] border-t border-hairline">
        <li className="border-b border-hairline py-3">
          <Anchor
            href={routes.printDebate(debate.slug)}
            className="inline-flex min-h-8 items-center font-semibold underline"
          >
            {t("paper")}
          </Anchor>
          <p className="text-sm">{t("paperHint")}</p>
        </li>
        {exportFormats.map((format) => (
          <li key={format} className="border-b border-hairline py-3">
            <a
              href={routes.exportFile(debate.slug, format)}
              className="inline-flex min-h-8 items-center font-semibold underline"
              download
            >
              {t(`names.${format}`)}
            </a>
            <p className="text-sm">{t(`formats.${format}`)}</p>
            {viewer ? <Prepare slug={debate.slug} format={format} prepared={prepared} /> : null}
          </li>
        ))}
      </ul>
      <p className="mt-6 max-w-[52rem] text-sm">{t("people")}</p>
      <p className="mt-2 text-sm">
        <a href={routes.exportSchema()} className="underline">
          {t("schema")}
        </a>
      </p>
    </>
  );
}

async function Prepare({
  slug,
  format,
  prepared,
}: {
  slug: string;
  format: ExportFormat;
  prepared: PreparedExportView[];
}) {
  const t = await getTranslations("exchange.export");
  const words = {
    button: t("prepare.button"),
    label: t("prepare.label", { format: t(`names.${format}`) }),
    asked: t("prepare.asked"),
  };
  const underWay = prepared.some(
    (item) => item.format === format && (item.state === "WAITING" || item.state === "RUNNING"),
  );
  return <PrepareForm debate={slug} format={format} underWay={underWay} words={words} />;
}
