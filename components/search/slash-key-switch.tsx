"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { onSlashKeyChange, slashKeyIsOn, turnSlashKey } from "./slash-key-setting";

/** Turns the key "/" on and off in this browser. Nothing to show without JavaScript. */
export function SlashKeySwitch() {
  const t = useTranslations("search.key");
  const on = useSyncExternalStore(onSlashKeyChange, slashKeyIsOn, () => true);
  return (
    <div data-needs-script="" data-no-print="" className="text-sm">
      <Checkbox
        name="slash-key"
        scope="search"
        label={t("label")}
        hint={t("hint")}
        checked={on}
        onChange={(event) => turnSlashKey(event.currentTarget.checked)}
      />
    </div>
  );
}
