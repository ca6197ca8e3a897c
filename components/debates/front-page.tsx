import { useTranslations } from "next-intl";
import { ArgumentTeaserBlock } from "@/components/arguments/teaser-block";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import type { DebateCard, FeaturedDebate } from "@/lib/debates/view";
import { routes } from "@/lib/routes";
import { BalanceBar } from "./balance-bar";
import { DebateList } from "./debate-list";
import { PartialDate } from "./partial-date";

/** The featured decision as a front page, then others worth reading. */
export function FrontPage({
  featured,
  others,
}: {
  featured: FeaturedDebate;
  others: readonly DebateCard[];
}) {
  const t = useTranslations("home");
  return (
    <div className="mx-auto max-w-[60rem]">
      <Lead debate={featured} />
      {others.length > 0 ? (
        <section aria-labelledby="others" className="mt-20">
          <h2 id="others" className="border-t border-ink pt-2 text-lg">
            {t("others")}
          </h2>
          <DebateList debates={others} />
        </section>
      ) : null}
      <section aria-labelledby="how" className="mt-20 border-t border-ink pt-2">
        <h2 id="how" className="text-lg">
          {t("how")}
        </h2>
        <ol className="mt-4 grid gap-x-10 gap-y-6 md:grid-cols-3">
          {(["read", "weigh", "add"] as const).map((step) => (
            <li key={step} className="max-w-measure">
              <h3 className="font-serif text-lg">{t(`steps.${step}.title`)}</h3>
              <p className="mt-1 text-sm text-muted">{t(`steps.${step}.text`)}</p>
            </li>
          ))}
        </ol>
        <p className="mt-6 text-sm">
          <Anchor href={routes.debates()}>{t("all")}</Anchor>
        </p>
      </section>
    </div>
  );
}

function Lead({ debate }: { debate: FeaturedDebate }) {
  const t = useTranslations("home");
  const href = routes.debate(debate.slug);
  const { support, oppose } = debate.strongest;
  const weighed = Boolean(support?.votes.count && oppose?.votes.count);
  return (
    <article>
      <header className="md:text-center">
        <p className="kicker">
          {t("featured")}
          {debate.reportedOn ? (
            <>
              {" · "}
              {t("reported")} <PartialDate value={debate.reportedOn} />
            </>
          ) : null}
        </p>
        <h1 dir="auto" className="mt-3 font-serif text-2xl md:text-[2.75rem] md:leading-[1.12]">
          <Anchor href={href} className="no-underline hover:underline">
            {debate.motion}
          </Anchor>
        </h1>
      </header>
      <div className="mt-8">
        <BalanceBar balance={debate.balance} />
        <div className="mt-8 grid gap-x-12 gap-y-8 md:grid-cols-2">
          {support ? (
            <ArgumentTeaserBlock slug={debate.slug} argument={support} strongest={weighed} />
          ) : null}
          {oppose ? (
            <ArgumentTeaserBlock slug={debate.slug} argument={oppose} strongest={weighed} />
          ) : null}
        </div>
        <div className="mt-10 border-t border-hairline pt-3">
          <h2 className="text-sm font-semibold">{t("decided")}</h2>
          <p dir="auto" className="mt-2 gap-x-12 md:columns-2">
            {debate.summary}
          </p>
          <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
            <ButtonLink href={href}>{t("read")}</ButtonLink>
            <p className="text-xs text-muted tabular-nums">{t("people", debate.counts)}</p>
          </div>
        </div>
      </div>
    </article>
  );
}
