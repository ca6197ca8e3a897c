import { useTranslations } from "next-intl";
import { stands } from "./position";
import { StartPosition } from "./start-position";

/**
 * Where a reader without an account stands on the motion, kept in their browser alone. Nothing to
 * see without JavaScript.
 */
export function PositionQuestion({ debate }: { debate: string }) {
  const t = useTranslations("position");
  const percent = "{percent}";
  const answers = {
    for: t("answer.for", { percent }),
    against: t("answer.against", { percent }),
    undecided: t("answer.undecided"),
  };
  return (
    <details
      data-position={debate}
      data-answers={JSON.stringify(answers)}
      data-needs-script=""
      data-no-print=""
      className="disclosure mt-4 text-sm"
    >
      <summary className="inline-flex min-h-8 items-center font-medium">
        <span data-position-answer="" data-question={t("question")}>
          {t("question")}
        </span>
      </summary>
      <form className="max-w-measure space-y-3 pt-2">
        <fieldset className="flex flex-wrap gap-x-4">
          <legend className="sr-only">{t("question")}</legend>
          {stands.map((stand) => (
            <label key={stand} className="flex min-h-8 items-center gap-1.5">
              <input
                type="radio"
                name="stand"
                value={stand}
                autoComplete="off"
                className="size-4 accent-ink"
              />
              {t(stand)}
            </label>
          ))}
        </fieldset>
        <Confidence />
        <p className="flex flex-wrap items-center gap-x-4 text-xs text-muted">
          {t("kept")}
          <button type="reset" className="button-link min-h-8 text-ink">
            {t("forget")}
          </button>
          <span role="status" data-position-status="" data-forgotten={t("forgotten")} />
        </p>
      </form>
      <StartPosition />
    </details>
  );
}

function Confidence() {
  const t = useTranslations("position");
  return (
    <div>
      <label htmlFor="position-confidence">{t("confidence")}</label>
      <div className="flex items-center gap-2 text-xs text-muted">
        <span aria-hidden="true">{t("unsure")}</span>
        <input
          id="position-confidence"
          type="range"
          name="confidence"
          min={0}
          max={100}
          step={5}
          defaultValue={50}
          autoComplete="off"
          className="min-h-8 min-w-0 grow accent-ink"
        />
        <span aria-hidden="true">{t("sure")}</span>
      </div>
    </div>
  );
}
