import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { FormMessages } from "@/components/ui/form-messages";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { FormState } from "@/lib/actions/form-state";
import { routes } from "@/lib/routes";

/** Confirms by typing the handle, and the password where there is one. */
export function EraseForm({
  state,
  handle,
  hasPassword,
}: {
  state: FormState;
  handle: string;
  hasPassword: boolean;
}) {
  const t = useTranslations("accounts.erase");
  const scope = "erase";
  const last = state.code === "NOT_ALLOWED" ? { ...state, message: t("lastAdministrator") } : state;
  return (
    <form method="post" action={routes.handlers.eraseAccount()} className="max-w-measure space-y-6">
      <FormMessages state={last} scope={scope} />
      <TextField
        name="handle"
        label={t("handle", { handle })}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        scope={scope}
        defaultValue={state.values?.handle}
        errors={state.fieldErrors?.handle}
      />
      {hasPassword ? (
        <TextField
          name="password"
          type="password"
          label={t("password")}
          autoComplete="current-password"
          required
          scope={scope}
          errors={state.fieldErrors?.password}
        />
      ) : null}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button>{t("submit")}</Button>
        <Anchor href={routes.account()}>{t("back")}</Anchor>
      </div>
    </form>
  );
}
