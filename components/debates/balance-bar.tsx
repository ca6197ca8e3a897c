import { useTranslations } from "next-intl";
import { VoiceMark } from "@/components/ui/voice-mark";
import type { DebateCard } from "@/lib/debates/view";

/**
 * Both sides against each other: the share of the weight people gave when there are votes, the
 * number of arguments before.
 */
export function BalanceBar({
  balance,
  small = false,
}: {
  balance: DebateCard["balance"];
  small?: boolean;
}) {
  const t = useTranslations("debates.balance");
  const voice = useTranslations("common.voice");
  const { support, oppose, share } = balance;
  const all = support + oppose;
  const part = share ?? (all > 0 ? support / all : 0.5);
  const percent = Math.round(part * 1000) / 10;
  return (
    <div className="text-sm">
      <div className="flex items-baseline justify-between gap-4">
        <VoiceMark voice="SUPPORT">{voice("SUPPORT")}</VoiceMark>
        <VoiceMark voice="OPPOSE" className="flex-row-reverse">
          {voice("OPPOSE")}
        </VoiceMark>
      </div>
      <svg
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        aria-hidden="true"
        className={`my-1 w-full rtl:-scale-x-100 ${small ? "h-1.5" : "h-2.5"}`}
      >
        <rect width={Math.max(0, percent - 0.25)} height="4" fill="var(--support-mark)" />
        <rect
          x={percent + 0.25}
          width={Math.max(0, 99.75 - percent)}
          height="4"
          fill="var(--oppose-mark)"
        />
      </svg>
      <div className="flex items-baseline justify-between gap-4 text-xs text-muted tabular-nums">
        <span>
          {t("side", { count: support })}
          {share === null ? null : ` · ${t("share", { share })}`}
        </span>
        <span className="text-end">
          {t("side", { count: oppose })}
          {share === null ? null : ` · ${t("share", { share: 1 - share })}`}
        </span>
      </div>
    </div>
  );
}
