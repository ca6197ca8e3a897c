import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WithModerationWords } from "@/app/moderation/with-words";
import { notHere } from "@/app/not-here";
import { CurateForms } from "@/components/arguments/curate/curate-forms";
import { NoArgument } from "@/components/arguments/no-argument";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { getArgument } from "@/lib/arguments/queries/argument";
import { listPlaces } from "@/lib/arguments/queries/places";
import { getViewer } from "@/lib/auth/viewer";
import { getDebate } from "@/lib/debates/queries/context";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";

type Props = PageProps<"/debates/[slug]/arguments/[id]/curate">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("moderation.curate");
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ slug, id }, asked] = await Promise.all([params, searchParams]);
  const viewer = await getViewer();
  const [debate, argument] = await Promise.all([getDebate(slug, viewer), getArgument(id, viewer)]);
  if (!debate || !argument || argument.debate !== slug) return notHere(NoArgument);
  const [t, words, errors] = await Promise.all([
    getTranslations("moderation.curate"),
    getTranslations("arguments.page"),
    getTranslations("errors"),
  ]);
  const { can, title, number, version, stance, body, sources, marks } = argument;
  const back = routes.argument(slug, id);
  return (
    <WithModerationWords>
      <div className="space-y-8">
        <Breadcrumbs
          crumbs={[
            { href: routes.debate(slug), label: words("motion") },
            { href: back, label: number },
            { label: t("title") },
          ]}
        />
        <div className="max-w-measure space-y-3">
          <PageHeading>{can.curate.granted ? t("pageTitle", { number }) : t("closed")}</PageHeading>
          <p dir="auto" className="font-serif text-lg">
            {title}
          </p>
        </div>
        {can.curate.granted ? (
          <>
            <p className="max-w-measure">{t("lead")}</p>
            <CurateForms
              argument={{ id, version, title, body, stance, sources, marks }}
              places={await listPlaces(debate.id)}
              days={env.VOTES_LAPSE_DAYS}
              {...mergeOf(asked)}
            />
          </>
        ) : (
          <div className="max-w-measure space-y-4">
            <Notice>{errors(can.curate.because)}</Notice>
            <ButtonLink
              href={
                can.curate.because === "SIGN_IN_REQUIRED"
                  ? routes.signIn(routes.curateArgument(slug, id))
                  : back
              }
              variant="quiet"
            >
              {number}
            </ButtonLink>
          </div>
        )}
      </div>
    </WithModerationWords>
  );
}

/** Whoever comes from the queue finds the other argument filled in. */
function mergeOf({ into, review }: Record<string, string | string[] | undefined>) {
  const asked = typeof into === "string" && typeof review === "string" && /^\d{1,9}$/.test(review);
  return asked ? { merge: { into: into.slice(0, 200), review } } : {};
}
