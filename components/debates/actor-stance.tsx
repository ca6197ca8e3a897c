import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import { VoiceMark } from "@/components/ui/voice-mark";
import type { ActorStance } from "@/lib/debates/schema";

const drawings: Record<Exclude<ActorStance, "SUPPORTS" | "CRITICISES">, IconName> = {
  DENIES: "ban",
  NEUTRAL: "minus",
  DECLINES_TO_COMMENT: "volume-x",
};

/** What an actor says of the decision: a mark with its word. */
export function ActorStanceMark({
  stance,
  className,
}: {
  stance: ActorStance;
  className?: string;
}) {
  const t = useTranslations("debates.stance");
  if (stance === "SUPPORTS" || stance === "CRITICISES") {
    return (
      <VoiceMark voice={stance === "SUPPORTS" ? "SUPPORT" : "OPPOSE"} className={className}>
        {t(stance)}
      </VoiceMark>
    );
  }
  return (
    <span className={clsx("inline-flex items-center gap-1.5 font-semibold text-muted", className)}>
      <Icon name={drawings[stance]} className="size-[0.9em]!" />
      {t(stance)}
    </span>
  );
}
