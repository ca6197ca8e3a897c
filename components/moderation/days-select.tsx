"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import type { FormState } from "@/lib/actions/form-state";
import { sanctionDays } from "@/lib/moderation/sanctions";

/** For how long somebody is silenced or suspended. */
export function DaysSelect({ state, scope }: { state: FormState; scope: string }) {
  const t = useTranslations("moderation.sanction");
  return (
    <Select
      scope={scope}
      name="days"
      label={t("days")}
      hint={t("daysHint")}
      errors={state.fieldErrors?.days}
      defaultValue={state.values?.days ?? "7"}
      options={sanctionDays.map((days) => ({
        value: String(days),
        label: t("daysChoice", { days }),
      }))}
    />
  );
}
