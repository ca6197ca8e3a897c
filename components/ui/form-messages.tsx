import type { FormState } from "@/lib/actions/form-state";
import { ErrorSummary } from "./error-summary";
import { Status } from "./notice";

/** What a form has to say after it was sent. Stands first inside the form; `scope` as its fields. */
export function FormMessages({ state, scope }: { state: FormState; scope?: string }) {
  if (state.status === "error") {
    return (
      <ErrorSummary
        message={state.message}
        fieldErrors={state.fieldErrors}
        reference={state.reference}
        needsSignIn={state.code === "SIGN_IN_REQUIRED"}
        scope={scope}
      />
    );
  }
  return <Status>{state.status === "ok" ? state.message : undefined}</Status>;
}
