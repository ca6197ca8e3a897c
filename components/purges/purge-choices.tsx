"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormMessages } from "@/components/ui/form-messages";
import { idle } from "@/lib/actions/form-state";
import { confirmPurgeAction, withdrawPurgeAction } from "@/lib/purges/actions";
import type { PurgeView } from "@/lib/purges/view";

type Props = Pick<PurgeView, "purge" | "target" | "id" | "can">;

/** What can be done with a purge that waits; where confirming is for somebody else, why. */
export function PurgeChoices({ purge, target, id, can }: Props) {
  const t = useTranslations("purges");
  const errors = useTranslations("errors");
  const [confirmed, confirm] = useActionState(confirmPurgeAction, idle);
  const [withdrawn, withdraw] = useActionState(withdrawPurgeAction, idle);
  const what = t(`target.${target}`, { id });
  return (
    <div className="mt-4 space-y-3">
      <FormMessages state={confirmed} scope={`confirm-${purge}`} />
      <FormMessages state={withdrawn} scope={`withdraw-${purge}`} />
      <p className="text-sm">
        {can.confirm.granted ? t("confirm.warning") : errors(can.confirm.because)}
      </p>
      <div className="flex flex-wrap gap-3">
        {can.confirm.granted ? (
          <form action={confirm}>
            <input type="hidden" name="purge" value={purge} />
            <Button size="small" aria-label={t("confirm.label", { what })}>
              {t("confirm.submit")}
            </Button>
          </form>
        ) : null}
        {can.withdraw.granted ? (
          <form action={withdraw}>
            <input type="hidden" name="purge" value={purge} />
            <Button variant="quiet" size="small" aria-label={t("withdraw.label", { what })}>
              {t("withdraw.submit")}
            </Button>
          </form>
        ) : null}
      </div>
    </div>
  );
}
