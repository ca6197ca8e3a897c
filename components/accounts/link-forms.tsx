import { useTranslations } from "next-intl";
import type { FormState } from "@/lib/actions/form-state";
import { Button } from "@/components/ui/button";
import { FormMessages } from "@/components/ui/form-messages";
import { TextField } from "@/components/ui/text-field";
import { routes } from "@/lib/routes";
import { PasswordField } from "./sign-up-form";

/** Asks for a link to set a new password. */
export function ForgotPasswordForm({ state }: { state: FormState }) {
  const t = useTranslations("accounts.forgot");
  return (
    <form method="post" action={routes.handlers.forgotPassword()} className="space-y-6">
      <FormMessages state={state} />
      <TextField
        name="email"
        type="email"
        label={t("email")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={state.values?.email}
        errors={state.fieldErrors?.email}
      />
      <Button>{t("submit")}</Button>
    </form>
  );
}

/** Sets a new password with the code of a link. */
export function ResetPasswordForm({ state, token }: { state: FormState; token: string }) {
  const t = useTranslations("accounts.reset");
  return (
    <form method="post" action={routes.handlers.resetPassword()} className="space-y-6">
      <FormMessages state={state} />
      <input type="hidden" name="token" value={token} />
      <PasswordField name="password" label={t("password")} errors={state.fieldErrors?.password} />
      <Button>{t("submit")}</Button>
    </form>
  );
}

/** Confirms an address with the code of a link: opening the link alone changes nothing. */
export function VerifyEmailForm({ state, token }: { state: FormState; token: string }) {
  const t = useTranslations("accounts.verify");
  return (
    <form method="post" action={routes.handlers.verifyEmail()} className="space-y-6">
      <FormMessages state={state} />
      <input type="hidden" name="token" value={token} />
      <Button>{t("submit")}</Button>
    </form>
  );
}
