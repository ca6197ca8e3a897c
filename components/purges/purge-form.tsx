"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { idle } from "@/lib/actions/form-state";
import { requestPurgeAction } from "@/lib/purges/actions";
import { purgeGrounds, purgeLimits, type PurgeTarget } from "@/lib/purges/vocabulary";

const scope = "purge";

/** Why the law demands that words go: in full for administrators, in short for everybody. */
export function PurgeForm({ target, id }: { target: PurgeTarget; id: string }) {
  const t = useTranslations("purges.form");
  const grounds = useTranslations("moderation.reason");
  const [state, send] = useActionState(requestPurgeAction, idle);
  const { fieldErrors: errors, values } = state;
  return (
    <form action={send} className="space-y-5">
      <FormMessages state={state} scope={scope} />
      <input type="hidden" name="target" value={target} />
      <input type="hidden" name="id" value={id} />
      <Select
        scope={scope}
        name="ground"
        label={t("ground")}
        errors={errors?.ground}
        defaultValue={values?.ground}
        options={purgeGrounds.map((value) => ({ value, label: grounds(value) }))}
      />
      <TextArea
        scope={scope}
        name="legalBasis"
        label={t("legalBasis")}
        hint={t("legalBasisHint")}
        errors={errors?.legalBasis}
        defaultValue={values?.legalBasis}
        limit={purgeLimits.legalBasis}
        rows={3}
        required
      />
      <TextArea
        scope={scope}
        name="publicReason"
        label={t("publicReason")}
        hint={t("publicReasonHint")}
        errors={errors?.publicReason}
        defaultValue={values?.publicReason}
        limit={purgeLimits.publicReason}
        rows={3}
        required
      />
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}
