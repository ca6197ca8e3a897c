import { useTranslations } from "next-intl";
import { BriefSections } from "@/components/debates/brief/brief-text";
import { References } from "@/components/debates/brief/references";
import { BriefSection } from "@/components/debates/brief/section";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { VoiceMark } from "@/components/ui/voice-mark";
import { stances, type Stance } from "@/lib/arguments/vocabulary";
import { bySide } from "@/lib/arguments/tree";
import type { ArgumentView } from "@/lib/arguments/view";
import { eachSourceOnce, sourcesOfBrief } from "@/lib/debates/reading-time";
import type { BriefView, DebateHead } from "@/lib/debates/view";
import { routes } from "@/lib/routes";
import { PrintedArgument } from "./printed-argument";

type Props = {
  debate: DebateHead;
  brief: BriefView | null;
  /** In the order of their numbers; perhaps not all. */
  inOrder: readonly ArgumentView[];
  complete: boolean;
  /** The debate's whole address. */
  address: string;
  licence: string;
};

/** A whole debate in one column: its brief, both sides' arguments, every source cited. */
export function PrintedDebate({ debate, brief, inOrder, complete, address, licence }: Props) {
  const t = useTranslations("exchange.print");
  const cited = [
    ...(brief ? sourcesOfBrief(brief) : []),
    ...inOrder.flatMap(({ sources }) => sources),
  ];
  return (
    <article lang={debate.language} className="max-w-measure space-y-14">
      <div>
        <PageHeading kicker={<span className="not-print:hidden">{debate.title}</span>}>
          {debate.motion}
        </PageHeading>
        <p className="mt-4 text-sm text-muted">
          {t.rich("state", {
            licence,
            date: () => <Time value={new Date()} className="normal-nums" />,
            address: () => <a href={routes.debate(debate.slug)}>{address}</a>,
          })}
        </p>
        <p className="mt-2 text-sm" data-no-print="">
          {t("hint")}
        </p>
      </div>
      {brief ? <BriefSections brief={brief} debate={debate} /> : null}
      <BriefSection id="arguments" title={t("arguments")} lead={t("order")}>
        {complete ? null : (
          <Notice className="mb-8">
            {t("cut", { shown: inOrder.length, total: debate.counts.arguments })}
          </Notice>
        )}
        <Sides sides={bySide(inOrder)} />
      </BriefSection>
      <References
        sources={eachSourceOnce(cited)}
        lead={t("sourcesLead")}
        href={routes.sources(debate.slug)}
      />
    </article>
  );
}

function Sides({ sides }: { sides: Record<Stance, ArgumentView[]> }) {
  const t = useTranslations("exchange.print");
  return (
    <div className="space-y-12">
      {stances.map((stance) => (
        <section key={stance} aria-labelledby={`side-${stance}`}>
          <h3 id={`side-${stance}`} className="text-lg">
            <VoiceMark voice={stance}>{t(`side.${stance}`)}</VoiceMark>
          </h3>
          {sides[stance].length === 0 ? <p className="mt-2 text-muted">{t("none")}</p> : null}
          {sides[stance].map((argument) => (
            <PrintedArgument key={argument.id} argument={argument} />
          ))}
        </section>
      ))}
    </div>
  );
}
