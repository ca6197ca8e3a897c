import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Chip } from "@/components/ui/chip";
import { Time } from "@/components/ui/time";
import type { DebateCard } from "@/lib/debates/view";
import { routes } from "@/lib/routes";
import { BalanceBar } from "./balance-bar";

/** Debates one below the other: the motion, when, how many people, and how divided they are. */
export function DebateList({
  debates,
  heading = "h3",
}: {
  debates: readonly DebateCard[];
  heading?: "h2" | "h3";
}) {
  return (
    <ul>
      {debates.map((debate) => (
        <li key={debate.slug} className="border-b border-hairline py-6 last:border-b-0">
          <Card debate={debate} heading={heading} />
        </li>
      ))}
    </ul>
  );
}

function Card({ debate, heading: Heading }: { debate: DebateCard; heading: "h2" | "h3" }) {
  const t = useTranslations("debates");
  const { counts, status } = debate;
  return (
    <article className="grid gap-x-12 gap-y-4 md:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="max-w-measure">
        <Heading dir="auto" lang={debate.language} className="font-serif text-lg">
          <Anchor href={routes.debate(debate.slug)} className="no-underline hover:underline">
            {debate.motion}
          </Anchor>
        </Heading>
        {debate.statusLine ? (
          <p dir="auto" className="mt-1 line-clamp-2 text-sm text-muted">
            {debate.statusLine}
          </p>
        ) : null}
        <p className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-xs text-muted tabular-nums">
          {status === "OPEN" ? null : <Chip>{t(`status.${status}`)}</Chip>}
          {debate.openedAt ? (
            <span>
              {t("card.opened")} <Time value={debate.openedAt} />
            </span>
          ) : null}
          <span>{t("card.arguments", { count: counts.arguments })}</span>
          <span>{t("card.people", { count: counts.people })}</span>
        </p>
      </div>
      <BalanceBar balance={debate.balance} small />
    </article>
  );
}
