import { useTranslations } from "next-intl";

const keys = ["j", "a", "h", "r", "w", "m", "e", "n", "u", "s", "send"] as const;

/** Which keys there are. */
export function KeysHelp() {
  const t = useTranslations("moderation.queue.keys");
  return (
    <details className="text-sm">
      <summary className="w-fit font-medium">{t("title")}</summary>
      <dl className="mt-3 grid w-fit grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
        {keys.map((key) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-sm border border-edge px-2 py-0.5 whitespace-nowrap">
                {t(`key.${key}`)}
              </kbd>
            </dt>
            <dd>{t(`does.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-measure text-muted">{t("off")}</p>
    </details>
  );
}
