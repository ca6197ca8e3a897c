import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { Chip } from "@/components/ui/chip";
import { HereLine } from "@/components/live/live-page";
import type { BriefView, DebateHead } from "@/lib/debates/view";
import { routes } from "@/lib/routes";
import { BriefDigest } from "./brief-digest";
import { PartialDate } from "./partial-date";

/** The decision beside its arguments: the motion, what was decided, and the brief in short. */
export function Decision({ debate, brief }: { debate: DebateHead; brief: BriefView | null }) {
  const t = useTranslations("debates");
  return (
    <>
      <DecisionHead debate={debate} brief={brief} />
      {brief ? (
        <details className="group/brief mt-5 xl:mt-6 xl:[&::details-content]:[content-visibility:visible]">
          <summary className="flex min-h-11 items-center justify-between gap-4 border-y border-hairline text-sm font-semibold supports-[selector(::details-content)]:xl:hidden">
            {t("digest.unfold")}
            <span aria-hidden="true" className="text-muted group-open/brief:rotate-45 print:hidden">
              +
            </span>
          </summary>
          <div className="pt-2 xl:pt-0">
            <BriefDigest debate={debate} brief={brief} />
          </div>
        </details>
      ) : null}
    </>
  );
}

function DecisionHead({ debate, brief }: { debate: DebateHead; brief: BriefView | null }) {
  const t = useTranslations("debates");
  return (
    <header>
      <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
        <span className="font-semibold">{t("motion")}</span>
        {debate.status === "OPEN" ? null : <Chip>{t(`status.${debate.status}`)}</Chip>}
      </p>
      <h1
        dir="auto"
        lang={debate.language}
        className="mt-1 max-w-measure font-serif text-2xl xl:text-[1.875rem]"
      >
        {debate.motion}
      </h1>
      {brief ? <StatusLines brief={brief} /> : null}
      <p className="mt-3 text-xs text-muted tabular-nums">{t("counts", debate.counts)}</p>
      <HereLine />
      {debate.motionNote ? (
        <details className="disclosure mt-2 text-sm">
          <summary className="inline-flex min-h-8 items-center text-muted underline decoration-edge underline-offset-4">
            {t("assumed")}
          </summary>
          <p dir="auto" className="mt-1 max-w-measure">
            {debate.motionNote}
          </p>
        </details>
      ) : null}
    </header>
  );
}

/** What became of the decision, in two lines that unfold, with the date of the first report. */
function StatusLines({ brief }: { brief: BriefView }) {
  const t = useTranslations("debates");
  return (
    <div className="mt-3 max-w-measure text-sm">
      <p dir="auto">
        {brief.reportedOn ? (
          <span className="font-semibold">
            {t("reportedOn")} <PartialDate value={brief.reportedOn} />
            {". "}
          </span>
        ) : null}
        {brief.statusLine}
      </p>
    </div>
  );
}

/** The ways from a debate to everything else about it. */
export function DebateWays({ slug, children }: { slug: string; children?: ReactNode }) {
  const t = useTranslations("debates.ways");
  const ways = [
    [routes.brief(slug), t("brief")],
    [routes.sources(slug), t("sources")],
    [routes.debateHistory(slug), t("history")],
    [routes.debateEmbed(slug), t("embed")],
    [routes.exportDebate(slug), t("export")],
  ] as const;
  return (
    <nav aria-label={t("label")} className="mt-3 xl:mt-6 xl:border-t xl:border-hairline xl:pt-3">
      <ul className="flex flex-wrap gap-x-5 text-sm">
        {ways.map(([href, label]) => (
          <li key={href}>
            <Anchor href={href} className="inline-flex min-h-8 items-center">
              {label}
            </Anchor>
          </li>
        ))}
        {children}
      </ul>
    </nav>
  );
}
