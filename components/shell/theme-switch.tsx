import { useTranslations } from "next-intl";

const choices = ["light", "dark", "system"] as const;

/** Light, dark or the system's. Shown and answered by public/theme.js; without it, the system rules. */
export function ThemeSwitch() {
  const t = useTranslations("shell.theme");
  return (
    <fieldset data-theme-switch="" data-no-print="" className="flex-wrap items-center gap-x-4">
      <legend className="sr-only">{t("label")}</legend>
      <span aria-hidden="true">{t("label")}</span>
      {choices.map((choice) => (
        <label key={choice} className="flex min-h-8 items-center gap-1.5">
          <input
            type="radio"
            name="theme"
            value={choice}
            defaultChecked={choice === "system"}
            autoComplete="off"
            className="size-4 accent-ink"
          />
          {t(choice)}
        </label>
      ))}
    </fieldset>
  );
}
