import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import type { BriefView, DebateHead } from "@/lib/debates/view";
import { takesReports } from "@/lib/moderation/rules";
import { routes } from "@/lib/routes";
import { ReportBriefLink } from "./brief/report-links";
import { DigestActors } from "./digest-actors";
import { DigestFacts } from "./digest-facts";
import { PartialDate } from "./partial-date";

/** The brief in short: what is known, disputed and unknown, who said what, and when. */
export function BriefDigest({ debate, brief }: { debate: DebateHead; brief: BriefView }) {
  const t = useTranslations("debates.digest");
  const href = routes.brief(debate.slug);
  return (
    <div className="max-w-measure space-y-6">
      <DigestFacts brief={brief} href={href} locale={debate.language} />
      {brief.caveats.length > 0 ? (
        <Notice>
          {t("caveats", { count: brief.caveats.length })}{" "}
          <Anchor href={`${href}#caveats`}>{t("caveatsLink")}</Anchor>
        </Notice>
      ) : null}
      <DigestActors actors={brief.actors} href={`${href}#actors`} />
      {brief.timeline.length > 0 ? (
        <Disclosure
          summary={t("timeline", { count: brief.timeline.length })}
          className="border-t border-hairline pt-1 text-sm"
        >
          <ol className="space-y-2 border-s border-hairline ps-4">
            {brief.timeline.map((event) => (
              <li key={event.id} className="text-sm">
                <PartialDate value={event.date} className="block text-xs font-semibold" />
                <span dir="auto">{event.text}</span>
              </li>
            ))}
          </ol>
        </Disclosure>
      ) : null}
      <p className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Anchor href={href} className="button button-quiet">
          {t("full")}
        </Anchor>
        {takesReports(debate.status) ? <ReportBriefLink slug={debate.slug} /> : null}
      </p>
    </div>
  );
}
