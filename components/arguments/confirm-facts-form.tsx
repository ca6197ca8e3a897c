"use client";

import { useTranslations } from "next-intl";
import { Fragment, useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { confirmFactsAction } from "@/lib/arguments/actions";
import type { ArgumentView, CitedFact } from "@/lib/arguments/view";

/** For its author and curators: the argument holds with the facts as they stand now. */
export function ConfirmFactsForm({
  argument: { id, version, title },
  facts,
}: {
  argument: Pick<ArgumentView, "id" | "version" | "title">;
  facts: readonly CitedFact[];
}) {
  const t = useTranslations("arguments.grounds");
  const [state, send] = useActionState(confirmFactsAction, idle);
  return (
    <form action={send} className="mt-2">
      {state.status === "error" ? <FormMessages state={state} scope={`confirm-${id}`} /> : null}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      {facts.map((fact, index) => (
        <Fragment key={fact.id}>
          <input type="hidden" name={`facts.${index}.id`} value={fact.id} />
          <input type="hidden" name={`facts.${index}.version`} value={fact.version} />
        </Fragment>
      ))}
      <SubmitButton
        variant="quiet"
        size="small"
        pendingLabel={t("confirming")}
        aria-label={t("confirmLabel", { title })}
      >
        {t("confirm")}
      </SubmitButton>
    </form>
  );
}
