"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { updateProfileAction } from "@/lib/accounts/actions";
import { limits } from "@/lib/accounts/vocabulary";
import { idle } from "@/lib/actions/form-state";

/** What others read about a person. */
export function ProfileForm({ name, about }: { name: string; about: string }) {
  const t = useTranslations("accounts.profile");
  const [state, act] = useActionState(updateProfileAction, idle);
  const shown = state.status === "ok" ? { ...state, message: t("saved") } : state;
  const scope = "profile";
  return (
    <form action={act} className="max-w-measure space-y-6">
      <FormMessages state={shown} scope={scope} />
      <TextField
        name="name"
        label={t("name")}
        autoComplete="name"
        required
        scope={scope}
        defaultValue={state.values?.name ?? name}
        errors={state.fieldErrors?.name}
      />
      <TextArea
        name="about"
        label={t("about")}
        hint={t("aboutHint")}
        rows={4}
        limit={limits.about.max}
        optional
        scope={scope}
        defaultValue={state.values?.about ?? about}
        errors={state.fieldErrors?.about}
      />
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}
