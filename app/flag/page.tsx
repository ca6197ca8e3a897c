import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { FlagForm } from "@/components/moderation/flag-form";
import { Contact } from "@/components/shell/contact";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { RefusedNotice } from "@/components/ui/refused-notice";
import { getViewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { getOwnAccuracy } from "@/lib/moderation/queries/accuracy";
import { getFlaggable } from "@/lib/moderation/queries/flaggable";
import { routes } from "@/lib/routes";

export async function generateMetadata({ searchParams }: PageProps<"/flag">): Promise<Metadata> {
  const [t, { target }] = await Promise.all([getTranslations("moderation.flag"), searchParams]);
  const title = t(target === "debate" ? "titleOfBrief" : "title");
  return { title, robots: { index: false } };
}

export default async function FlagPage({ searchParams }: PageProps<"/flag">) {
  const { target, id, fact } = await searchParams;
  if (typeof target !== "string" || typeof id !== "string") return notHere();
  const viewer = await getViewer();
  const [thing, accuracy] = await Promise.all([
    getFlaggable(viewer, target, id, typeof fact === "string" ? fact : undefined),
    getOwnAccuracy(viewer),
  ]);
  if (!thing) return notHere();
  const t = await getTranslations("moderation.flag");
  const { can, title, href } = thing;
  const ofBrief = thing.target === "DEBATE";
  return (
    <div className="max-w-measure space-y-6 pb-16">
      <PageHeading lead={t(ofBrief ? "leadOfBrief" : "lead")}>
        {t(ofBrief ? "titleOfBrief" : "title")}
      </PageHeading>
      <div className="border-s-3 border-hairline ps-4">
        <p className="text-xs font-semibold text-muted">
          {thing.fact === null
            ? t(`thing.${thing.target}`)
            : t("thing.FACT", { number: thing.fact })}
        </p>
        <Anchor href={href} dir="auto" className="line-clamp-3 font-serif">
          {title}
        </Anchor>
      </div>
      {accuracy ? <p className="text-sm text-muted">{t("accuracy", accuracy)}</p> : null}
      {can.granted ? (
        <FlagForm target={thing.target} id={thing.id} fact={thing.fact} back={href} />
      ) : can.because === "SIGN_IN_REQUIRED" ? (
        <SignInFirst
          next={
            ofBrief
              ? routes.reportError(thing.id, thing.fact ?? undefined)
              : routes.flag(target as "argument", id)
          }
          ofBrief={ofBrief}
        />
      ) : (
        <RefusedNotice refusal={can} />
      )}
    </div>
  );
}

/** Whoever has no account writes to the operator about an error in a brief, where there is an address. */
async function SignInFirst({ next, ofBrief }: { next: string; ofBrief: boolean }) {
  const t = await getTranslations("moderation.flag");
  return (
    <div className="space-y-4">
      <ButtonLink href={routes.signIn(next)}>{t(ofBrief ? "signInForBrief" : "signIn")}</ButtonLink>
      {ofBrief && env.OPERATOR_CONTACT ? (
        <p className="text-sm">
          {t.rich("orWrite", { contact: () => <Contact>{env.OPERATOR_CONTACT}</Contact> })}
        </p>
      ) : null}
    </div>
  );
}
