"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { changeEmailAction } from "@/lib/accounts/actions";
import { idle } from "@/lib/actions/form-state";

/** Asks for another e-mail address; it changes when the link sent there is used. */
export function EmailForm() {
  const t = useTranslations("accounts.emailForm");
  const [state, act] = useActionState(changeEmailAction, idle);
  const sentTo = state.result?.sentTo ?? "";
  const shown = state.status === "ok" ? { ...state, message: t("sent", { email: sentTo }) } : state;
  const scope = "email";
  return (
    <form action={act} className="max-w-measure space-y-6">
      <FormMessages state={shown} scope={scope} />
      <TextField
        name="email"
        type="email"
        label={t("new")}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        scope={scope}
        defaultValue={state.values?.email}
        errors={state.fieldErrors?.email}
      />
      <TextField
        name="password"
        type="password"
        label={t("password")}
        autoComplete="current-password"
        required
        scope={scope}
        errors={state.fieldErrors?.password}
      />
      <SubmitButton variant="quiet">{t("submit")}</SubmitButton>
    </form>
  );
}
