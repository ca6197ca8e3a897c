"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { changePasswordAction } from "@/lib/accounts/actions";
import { idle } from "@/lib/actions/form-state";
import { PasswordField } from "./sign-up-form";

/** Sets a new password; every other browser is signed out. */
export function PasswordForm() {
  const t = useTranslations("accounts.passwordForm");
  const [state, act] = useActionState(changePasswordAction, idle);
  const shown = state.status === "ok" ? { ...state, message: t("changed") } : state;
  const scope = "password";
  return (
    <form action={act} className="max-w-measure space-y-6">
      <FormMessages state={shown} scope={scope} />
      <TextField
        name="password"
        type="password"
        label={t("current")}
        autoComplete="current-password"
        required
        scope={scope}
        errors={state.fieldErrors?.password}
      />
      <PasswordField
        name="newPassword"
        label={t("new")}
        scope={scope}
        errors={state.fieldErrors?.newPassword}
      />
      <SubmitButton variant="quiet">{t("submit")}</SubmitButton>
    </form>
  );
}
