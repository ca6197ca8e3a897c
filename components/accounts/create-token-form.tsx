"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { createTokenAction } from "@/lib/accounts/actions";
import { idle } from "@/lib/actions/form-state";
import type { Scope } from "@/lib/shared/viewer";

const scope = "token";

/** Makes a token and shows it, this once. `scopes` are those the person may give. */
export function CreateTokenForm({ scopes }: { scopes: readonly Scope[] }) {
  const t = useTranslations("accounts.tokens");
  const [state, act] = useActionState(createTokenAction, idle);
  const errors = state.fieldErrors?.scopes;
  return (
    <form action={act} className="max-w-measure space-y-6">
      <FormMessages
        state={state.status === "ok" ? { ...state, message: t("created") } : state}
        scope={scope}
      />
      {state.result ? <NewToken token={state.result.token} /> : null}
      <TextField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        autoComplete="off"
        required
        scope={scope}
        defaultValue={state.values?.name}
        errors={state.fieldErrors?.name}
      />
      <fieldset
        id={`${scope}-scopes`}
        aria-describedby={errors ? `${scope}-scopes-error` : undefined}
      >
        <legend className="text-sm font-semibold">{t("scopes")}</legend>
        <FieldError name="scopes" scope={scope} label="" errors={errors} />
        {scopes.map((name) => (
          <ScopeChoice key={name} name={name} />
        ))}
      </fieldset>
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}

/** A checkbox of its own id: all of them post the name "scopes". */
function ScopeChoice({ name }: { name: Scope }) {
  const t = useTranslations("accounts.tokens");
  return (
    <Checkbox
      name="scopes"
      value={name}
      scope={`${scope}-${name}`}
      defaultChecked={name === "read"}
      label={t(`scope.${name}`)}
    />
  );
}

function NewToken({ token }: { token: string }) {
  const t = useTranslations("accounts.tokens");
  return (
    <p>
      <label htmlFor="new-token" className="block text-sm font-semibold">
        {t("token")}
      </label>
      <input
        id="new-token"
        readOnly
        value={token}
        autoComplete="off"
        spellCheck={false}
        className="control mt-2 font-mono"
        onFocus={(event) => event.currentTarget.select()}
      />
    </p>
  );
}
