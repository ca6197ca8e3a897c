import { useTranslations } from "next-intl";
import type { FormState } from "@/lib/actions/form-state";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FormMessages } from "@/components/ui/form-messages";
import { TextField } from "@/components/ui/text-field";
import { routes } from "@/lib/routes";

type Terms = { minimumAge: number; licence: string };

/** What a new account needs. The handle may be left empty. */
export function SignUpForm({
  state,
  next,
  terms,
}: {
  state: FormState;
  next?: string;
  terms: Terms;
}) {
  const t = useTranslations("accounts.signUp");
  const { values, fieldErrors } = state;
  const field = (name: string) => ({
    name,
    defaultValue: values?.[name],
    errors: fieldErrors?.[name],
  });
  return (
    <form method="post" action={routes.handlers.signUp()} className="space-y-6">
      <FormMessages state={state} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <TextField
        {...field("name")}
        label={t("name")}
        hint={t("nameHint")}
        autoComplete="name"
        required
      />
      <TextField
        {...field("email")}
        type="email"
        label={t("email")}
        hint={t("emailHint")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <PasswordField name="password" errors={fieldErrors?.password} label={t("password")} />
      <TextField
        {...field("handle")}
        label={t("handle")}
        hint={t("handleHint")}
        autoComplete="nickname"
        autoCapitalize="none"
        spellCheck={false}
        optional
      />
      <Agreement {...terms} checked={values?.agreed === "on"} errors={fieldErrors?.agreed} />
      <Button>{t("submit")}</Button>
    </form>
  );
}

function Agreement({
  minimumAge,
  licence,
  checked,
  errors,
}: Terms & { checked: boolean; errors?: readonly string[] }) {
  const t = useTranslations("accounts.signUp");
  return (
    <Checkbox
      name="agreed"
      required
      defaultChecked={checked}
      errors={errors}
      label={t.rich("agree", {
        age: minimumAge,
        licence,
        rules: (words) => <Anchor href={routes.rules()}>{words}</Anchor>,
        privacy: (words) => <Anchor href={routes.privacy()}>{words}</Anchor>,
      })}
    />
  );
}

/** A password to be chosen: password managers offer one, and it may be pasted. */
export function PasswordField({
  name,
  label,
  errors,
  scope,
}: {
  name: string;
  label: string;
  errors?: readonly string[];
  scope?: string;
}) {
  const t = useTranslations("accounts.password");
  return (
    <TextField
      name={name}
      type="password"
      label={label}
      hint={t("hint")}
      autoComplete="new-password"
      required
      errors={errors}
      scope={scope}
    />
  );
}
