import clsx from "clsx";
import { useTranslations } from "next-intl";
import { voiceClasses } from "@/components/ui/voice-mark";
import type { Stance } from "@/lib/arguments/vocabulary";
import { meterPath, meterWidth, segmentFills } from "./meter-fill";

const height = 8;

/** How much an argument weighs: five drawn segments, and the same in words. */
export function Meter({
  id,
  stance,
  mean,
  count,
  small = false,
}: {
  /** The argument's, so that an open page finds the meter when somebody votes. */
  id?: string;
  stance: Stance;
  mean: number | null;
  count: number;
  small?: boolean;
}) {
  const t = useTranslations("voting");
  const none = count === 0 || mean === null;
  return (
    <span
      data-meter={id}
      data-small={small ? "" : undefined}
      className="inline-flex items-center gap-2 align-top text-xs text-muted tabular-nums"
    >
      <svg
        data-meter-drawing=""
        data-none={none ? "" : undefined}
        viewBox={`0 0 ${meterWidth} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className={clsx(
          "meter flex-none rtl:-scale-x-100",
          small ? "h-1.5 w-10" : "h-2 w-14",
          voiceClasses[stance].mark,
        )}
      >
        <path d={meterPath(segmentFills(mean), height)} fill="currentColor" />
      </svg>
      <span data-meter-words="">
        {none ? t(small ? "noVotes" : "beFirst") : t("mean", { mean, count })}
      </span>
    </span>
  );
}
