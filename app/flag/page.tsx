import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { FlagForm } from "@/components/moderation/flag-form";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { RefusedNotice } from "@/components/ui/refused-notice";
import { getViewer } from "@/lib/auth/viewer";
import { getOwnAccuracy } from "@/lib/moderation/queries/accuracy";
import { getFlaggable } from "@/lib/moderation/queries/flaggable";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("moderation.flag");
  return { title: t("title"), robots: { index: false } };
}

export default async function FlagPage({ searchParams }: PageProps<"/flag">) {
  const { target, id } = await searchParams;
  if (typeof target !== "string" || typeof id !== "string") return notHere();
  const viewer = await getViewer();
  const [thing, accuracy] = await Promise.all([
    getFlaggable(viewer, target, id),
    getOwnAccuracy(viewer),
  ]);
  if (!thing) return notHere();
  const t = await getTranslations("moderation.flag");
  const { can, title, href } = thing;
  return (
    <div className="max-w-measure space-y-6 pb-16">
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <div className="border-s-3 border-hairline ps-4">
        <p className="text-xs font-semibold text-muted">{t(`thing.${thing.target}`)}</p>
        <Anchor href={href} dir="auto" className="line-clamp-3 font-serif">
          {title}
        </Anchor>
      </div>
      {accuracy ? <p className="text-sm text-muted">{t("accuracy", accuracy)}</p> : null}
      {can.granted ? (
        <FlagForm target={thing.target} id={thing.id} back={href} />
      ) : can.because === "SIGN_IN_REQUIRED" ? (
        <ButtonLink href={routes.signIn(routes.flag(target as "argument", id))}>
          {t("signIn")}
        </ButtonLink>
      ) : (
        <RefusedNotice refusal={can} />
      )}
    </div>
  );
}
