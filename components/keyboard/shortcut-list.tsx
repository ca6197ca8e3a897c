import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { shortcutList } from "./shortcuts";

const keys = ["/", "j", "k", "?"] as const;
const names = { "/": "search", j: "next", k: "previous", "?": "list" } as const;

/** The button that shows the shortcuts, and the list: a native popover. Nothing without JavaScript. */
export function ShortcutList() {
  const t = useTranslations("keyboard");
  return (
    <div data-needs-script="" data-no-print="">
      <button type="button" popoverTarget={shortcutList} className="nav-link">
        {t("title")}
      </button>
      <div
        popover="auto"
        id={shortcutList}
        role="dialog"
        aria-labelledby={`${shortcutList}-title`}
        className="popover shadow-float bg-paper text-ink"
        style={{ inset: 0, margin: "auto", height: "fit-content", width: "fit-content" }}
      >
        <h2 id={`${shortcutList}-title`} className="px-3 pt-1 text-base">
          {t("title")}
        </h2>
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 px-3 py-3">
          {keys.map((key) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded-sm border border-edge px-2 py-0.5">{key}</kbd>
              </dt>
              <dd>{t(names[key])}</dd>
            </div>
          ))}
        </dl>
        <div className="px-3">
          <SingleKeysSwitch scope="list" />
        </div>
      </div>
    </div>
  );
}

/** Turns all single keys on and off in this browser. */
export function SingleKeysSwitch({ scope }: { scope: string }) {
  const t = useTranslations("keyboard");
  return (
    <div data-needs-script="" data-no-print="" className="text-sm">
      <Checkbox
        name="single-keys"
        scope={scope}
        label={t("label")}
        hint={t("hint")}
        defaultChecked
        autoComplete="off"
        data-single-keys=""
      />
    </div>
  );
}
