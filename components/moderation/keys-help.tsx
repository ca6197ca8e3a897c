import { useTranslations } from "next-intl";
import { SingleKeysSwitch } from "@/components/keyboard/shortcut-list";

const keys = [
  ...["j", "x", "a", "h", "r", "b", "w", "m", "e", "n", "u", "s", "send"],
  ...["find", "help"],
] as const;
const id = "queue-keys";

/** The keys of the queue, in a popover that "?" opens too. */
export function KeysHelp() {
  const t = useTranslations("moderation.queue.keys");
  return (
    <div data-needs-script="" data-no-print="" className="text-sm">
      <button type="button" popoverTarget={id} className="nav-link">
        {t("title")}
      </button>
      <div
        popover="auto"
        id={id}
        data-shortcuts=""
        role="dialog"
        aria-labelledby={`${id}-title`}
        className="popover max-h-[90dvh] overflow-y-auto shadow-float bg-paper text-ink"
        style={{ inset: 0, margin: "auto", height: "fit-content", width: "fit-content" }}
      >
        <h2 id={`${id}-title`} className="px-3 pt-1 text-base">
          {t("title")}
        </h2>
        <dl className="grid w-fit grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 px-3 py-3">
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
        <div className="px-3">
          <SingleKeysSwitch scope="queue" />
        </div>
      </div>
    </div>
  );
}
