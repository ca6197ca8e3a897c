"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState, useRef, type FormEvent } from "react";
import { Anchor } from "@/components/ui/anchor";
import { FormMessages } from "@/components/ui/form-messages";
import { NewcomerNotice } from "@/components/suggestions/newcomer-notice";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { RefusedNotice } from "@/components/ui/refused-notice";
import { idle } from "@/lib/actions/form-state";
import { submitArgumentAction } from "@/lib/arguments/actions";
import { type DraftValues } from "@/lib/arguments/draft";
import { draftForm } from "@/lib/arguments/vocabulary";
import { stances, type Stance } from "@/lib/arguments/vocabulary";
import { routes } from "@/lib/routes";
import type { Permission } from "@/lib/shared/permission";
import type { NewcomerNote } from "@/lib/suggestions/view";
import { ComposerFrame } from "./composer-frame";
import type { PickableFact } from "./fact-picker";
import { ArgumentFields } from "./fields";
import { FormFoot } from "./form-foot";
import { keptForm } from "./kept-draft";
import { useDraft } from "./use-draft";

const scope = "write";

export type ComposerProps = {
  debate: string;
  /** What is answered; null for the motion. */
  parent: { id: string; number: string } | null;
  /** The side to begin with; null: the writer chooses. */
  stance: Stance | null;
  signedIn: boolean;
  facts: readonly PickableFact[];
  draft: DraftValues | null;
  submissionKey: string;
  licence: string;
  /** New arguments wait for an editor. */
  curated: boolean;
  /** What waits, and what cannot be done yet, because its writer is new here. */
  newcomer: NewcomerNote | null;
  /** Whether it can be sent now; in slow mode it can be written until then. */
  now: Permission;
  /** This page with the form open, to return to after signing in. */
  here: string;
  /** This page without the form. */
  cancel: string;
};

/** Writes a new argument in place. A plain form without JavaScript. */
export function Composer(props: ComposerProps) {
  const { parent, stance, signedIn } = props;
  const t = useTranslations("arguments.form");
  return (
    <ComposerFrame parent={parent} stance={stance}>
      {signedIn ? null : (
        <Notice className="mt-3">
          {t("signIn")} <Anchor href={routes.signIn(props.here)}>{t("signInLink")}</Anchor>
        </Notice>
      )}
      {props.curated ? <Notice className="mt-3">{t("curated")}</Notice> : null}
      <NewcomerNotice className="mt-3" note={props.newcomer} curated={props.curated} />
      {props.now.granted ? null : <RefusedNotice className="mt-3" refusal={props.now} />}
      <ComposerForm {...props} />
    </ComposerFrame>
  );
}

function ComposerForm(props: ComposerProps) {
  const { debate, parent, stance, signedIn, licence } = props;
  const t = useTranslations("arguments.form");
  const form = useRef<HTMLFormElement>(null);
  const [state, send, pending] = useActionState(submitArgumentAction, idle);
  const draft = useDraft(form, {
    debate,
    form: keptForm(debate, parent?.id ?? null),
    stored: props.draft,
    pending,
    serverForm: signedIn ? (values) => nameOnServer(parent?.id ?? null, values) : null,
  });
  const values = state.values ?? draft.values;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    draft.onSend();
    const data = new FormData(event.currentTarget);
    startTransition(() => send(data));
  }

  return (
    <form
      ref={form}
      action={send}
      onSubmit={submit}
      onInput={draft.onInput}
      className="mt-4 space-y-5"
    >
      <FormMessages state={state} scope={scope} />
      <input type="hidden" name="debate" value={debate} />
      <input type="hidden" name="parentId" value={parent?.id ?? ""} />
      <input type="hidden" name="submissionKey" value={props.submissionKey} />
      <div key={draft.generation} className="space-y-5">
        <StanceChoice
          toArgument={parent !== null}
          chosen={values.stance ?? stance ?? undefined}
          errors={state.fieldErrors?.stance}
        />
        <ArgumentFields
          scope={scope}
          values={values}
          fieldErrors={state.fieldErrors}
          facts={props.facts}
          similarIn={signedIn ? debate : null}
        />
      </div>
      <p className="max-w-measure text-xs text-muted">{t("licence", { licence })}</p>
      <FormFoot
        submit={t(parent ? "postReply" : "post")}
        pending={t("posting")}
        cancel={props.cancel}
        draft={draft.state}
      />
    </form>
  );
}

/** Which way the new argument speaks. */
function StanceChoice({
  toArgument,
  chosen,
  errors,
}: {
  toArgument: boolean;
  chosen?: string;
  errors?: readonly string[];
}) {
  const t = useTranslations("arguments.form");
  return (
    <RadioGroup
      scope={scope}
      name="stance"
      label={t(toArgument ? "stance" : "stanceMotion")}
      errors={errors}
      defaultValue={chosen}
      required
      inline
      choices={stances.map((value) => ({ value, label: t(stanceWords(value, toArgument)) }))}
    />
  );
}

function nameOnServer(parentId: string | null, values: DraftValues): string | null {
  const stance = stances.find((one) => one === values.stance);
  return stance ? draftForm.reply(parentId, stance) : null;
}

function stanceWords(stance: Stance, toArgument: boolean) {
  if (toArgument) return stance === "SUPPORT" ? "forIt" : "againstIt";
  return stance === "SUPPORT" ? "forMotion" : "againstMotion";
}
