import { useTranslations } from "next-intl";
import { VoiceMark } from "@/components/ui/voice-mark";
import type { Stance } from "@/lib/arguments/vocabulary";

/** The small line above an argument: its voice, its number, and what is special about it. */
export function ArgumentLabel({
  stance,
  number,
  isNew = false,
  archived = false,
  featured = false,
  locked = false,
  quietWord = false,
}: {
  stance: Stance;
  number: string;
  isNew?: boolean;
  archived?: boolean;
  /** Put first on its side by a curator. */
  featured?: boolean;
  /** Nothing is added below it. */
  locked?: boolean;
  /** The column's head says the word already: shown from a tablet's width on to screen readers only. */
  quietWord?: boolean;
}) {
  const t = useTranslations("arguments");
  const voice = useTranslations("common.voice");
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-muted tabular-nums">
      <VoiceMark voice={stance} bare={quietWord && "from tablet"}>
        {voice(stance)}
      </VoiceMark>
      <span className="sr-only">{t("number")}</span>
      {number}
      {isNew ? <span className="font-semibold text-ink">{t("new")}</span> : null}
      {featured ? <span className="font-semibold text-ink">{t("featured")}</span> : null}
      {locked ? <span className="font-semibold text-ink">{t("locked")}</span> : null}
      {archived ? <span className="font-semibold text-ink">{t("archived")}</span> : null}
    </p>
  );
}
