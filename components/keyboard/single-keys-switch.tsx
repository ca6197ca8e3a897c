import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";

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
