import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { Chip } from "@/components/ui/chip";
import { Time } from "@/components/ui/time";
import type { PurgeView } from "@/lib/purges/view";
import { routes } from "@/lib/routes";
import { PurgedWords } from "./purged-words";

/** What is to be purged or was, why, and who decided. */
export function PurgeFacts({ purge }: { purge: PurgeView }) {
  const t = useTranslations("purges");
  const grounds = useTranslations("moderation.reason");
  const { target, id, href, state, ground, legalBasis, publicReason, words } = purge;
  return (
    <div className="space-y-3">
      <h3 className="text-base">
        <Anchor href={href}>{t(`target.${target}`, { id })}</Anchor>{" "}
        <Chip>{t(`state.${state}`)}</Chip> <Chip>{grounds(ground)}</Chip>
      </h3>
      <dl className="space-y-2 [overflow-wrap:anywhere]">
        <Fact name={t("facts.legalBasis")}>{legalBasis}</Fact>
        <Fact name={t("facts.publicReason")}>{publicReason}</Fact>
      </dl>
      <Steps purge={purge} />
      {words ? (
        <div className="border-s-3 border-hairline ps-4">
          <p className="text-xs font-semibold text-muted">{t("words")}</p>
          <PurgedWords words={words} />
        </div>
      ) : null}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd dir="auto" className="whitespace-pre-line">
        {children}
      </dd>
    </div>
  );
}

/** Who did what, when. */
function Steps({ purge }: { purge: PurgeView }) {
  const t = useTranslations("purges.facts");
  const { requestedBy, requestedAt, confirmedBy, confirmedAt, withdrawnAt, entry } = purge;
  const at = (value: string) => ({ time: () => <Time value={value} precision="minute" /> });
  return (
    <ul className="text-sm text-muted">
      <li>{t.rich("requested", { name: requestedBy, ...at(requestedAt) })}</li>
      {confirmedAt ? (
        <li>{t.rich("confirmed", { name: confirmedBy ?? "", ...at(confirmedAt) })}</li>
      ) : null}
      {withdrawnAt ? <li>{t.rich("withdrawn", at(withdrawnAt))}</li> : null}
      {entry === null ? null : (
        <li>
          <Anchor href={routes.modlogEntry(entry)}>{t("entry", { entry })}</Anchor>
        </li>
      )}
    </ul>
  );
}
