import { useTranslations } from "next-intl";
import type { FormState } from "@/lib/actions/form-state";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { FormMessages } from "@/components/ui/form-messages";
import { TextField } from "@/components/ui/text-field";
import { routes } from "@/lib/routes";

/** E-mail address and password. Works without JavaScript, and with password managers. */
export function SignInForm({ state, next }: { state: FormState; next?: string }) {
  const t = useTranslations("accounts.signIn");
  return (
    <form method="post" action={routes.handlers.signIn()} className="space-y-6">
      <FormMessages state={state} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
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
      <TextField
        name="password"
        type="password"
        label={t("password")}
        autoComplete="current-password"
        required
        errors={state.fieldErrors?.password}
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button>{t("submit")}</Button>
        <Anchor href={routes.forgotPassword()}>{t("forgot")}</Anchor>
      </div>
    </form>
  );
}
