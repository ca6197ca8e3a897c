import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { forbidden } from "@/app/moderation/forbidden";
import { notHere } from "@/app/not-here";
import { PurgeForm } from "@/components/purges/purge-form";
import { PurgedWords } from "@/components/purges/purged-words";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { getViewer } from "@/lib/auth/viewer";
import { getPurgeable } from "@/lib/purges/queries/purgeable";
import { purgeSubjectSchema } from "@/lib/purges/schema";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("purges.form");
  return { title: t("title"), robots: { index: false } };
}

/** Asks that a thing's words go by law. */
export default async function RequestPurgePage({ searchParams }: PageProps<"/admin/purges/new">) {
  const [{ target, id }, viewer] = await Promise.all([searchParams, getViewer()]);
  const subject = purgeSubjectSchema.parse({ target, id });
  if (!subject || typeof id !== "string") return notHere();
  if (!viewer) redirect(routes.signIn(routes.requestPurge(subject.target, id)));
  const thing = await getPurgeable(viewer, subject).catch(forbidden);
  if (!thing) return notHere();
  const [t, errors] = await Promise.all([getTranslations("purges"), getTranslations("errors")]);
  const { can, href, words } = thing;
  return (
    <div className="max-w-measure space-y-6 pb-16">
      <Breadcrumbs
        crumbs={[{ href: routes.adminPurges(), label: t("title") }, { label: t("link") }]}
      />
      <PageHeading lead={t("form.lead")}>{t("form.title")}</PageHeading>
      <p>{t("form.copies")}</p>
      <div className="border-s-3 border-hairline ps-4">
        <p className="text-sm">
          <Anchor href={href}>{t(`target.${subject.target}`, { id })}</Anchor>
        </p>
        {words ? <PurgedWords words={words} /> : null}
      </div>
      {can.granted ? (
        <PurgeForm target={subject.target} id={id} />
      ) : (
        <Notice>{errors(can.because)}</Notice>
      )}
    </div>
  );
}
