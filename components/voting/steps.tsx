import clsx from "clsx";
import { useTranslations } from "next-intl";
import { voiceClasses } from "@/components/ui/voice-mark";
import type { Stance } from "@/lib/arguments/vocabulary";
import { impacts } from "@/lib/voting/vocabulary";

/** The five steps from "no weight" to "decisive" as buttons of a form, one's own marked. */
export function Steps({ stance, chosen }: { stance: Stance; chosen: number | null }) {
  const t = useTranslations("voting");
  const voice = voiceClasses[stance];
  return (
    <fieldset>
      <legend className="mb-2 text-sm text-muted">{t("question")}</legend>
      <div className="grid max-w-md grid-cols-5 gap-1">
        {impacts.map((impact) => (
          <button
            key={impact}
            name="impact"
            value={impact}
            aria-pressed={chosen === impact}
            className={clsx(
              "flex min-h-14 flex-col items-center justify-start rounded-sm border px-0.5 py-1.5 text-center text-xs leading-tight",
              chosen === impact
                ? clsx("border-2 font-semibold", voice.edge, voice.wash, voice.text)
                : "border-edge hover:border-ink hover:bg-wash",
            )}
          >
            <span className="text-base leading-tight font-semibold tabular-nums">{impact}</span>
            <span>{t(`steps.${impact}` as "steps.0")}</span>
          </button>
        ))}
      </div>
      <p className="mt-2 flex min-h-6 flex-wrap items-center gap-x-4 text-xs text-muted">
        <span data-needs-script="">{t("keys")}</span>
        {chosen === null ? null : (
          <button name="impact" value="withdraw" className="button-link min-h-6 text-ink">
            {t("withdraw")}
          </button>
        )}
      </p>
    </fieldset>
  );
}
