"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { FormState } from "@/lib/actions/form-state";
import { argumentLimits } from "@/lib/arguments/vocabulary";
import type { ArgumentView } from "@/lib/arguments/view";
import { StanceField } from "./place-fields";

export type Splittable = Pick<ArgumentView, "title" | "body" | "stance" | "sources">;

/** The two claims, and which sources the second takes along. */
export function SplitFields({
  argument,
  state,
}: {
  argument: Splittable;
  state: FormState<unknown>;
}) {
  const t = useTranslations("moderation.curate.act.split");
  const { title, body, stance, sources } = argument;
  return (
    <>
      <Claim
        names={["title", "body"]}
        labels={[t("first"), t("firstBody")]}
        state={state}
        words={[title, body]}
      />
      <Claim
        names={["otherTitle", "otherBody"]}
        labels={[t("second"), t("secondBody")]}
        state={state}
        words={["", ""]}
      />
      <StanceField scope="split" name="otherStance" state={state} stance={stance} />
      {sources.length > 0 ? (
        <fieldset>
          <legend className="text-sm font-semibold">{t("sources")}</legend>
          {sources.map((source) => (
            <Checkbox
              key={source.number}
              scope={`split-${source.number}`}
              name="otherSources"
              value={source.number}
              label={`[${source.number}] ${source.title}`}
            />
          ))}
        </fieldset>
      ) : null}
    </>
  );
}

function Claim({
  names: [titleName, bodyName],
  labels: [titleLabel, bodyLabel],
  words: [title, body],
  state,
}: {
  names: readonly [string, string];
  labels: readonly [string, string];
  words: readonly [string, string];
  state: FormState<unknown>;
}) {
  const { fieldErrors: errors, values } = state;
  return (
    <>
      <TextField
        scope="split"
        name={titleName}
        label={titleLabel}
        errors={errors?.[titleName]}
        defaultValue={values?.[titleName] ?? title}
        maxLength={argumentLimits.title}
        required
      />
      <TextArea
        scope="split"
        name={bodyName}
        label={bodyLabel}
        errors={errors?.[bodyName]}
        defaultValue={values?.[bodyName] ?? body}
        limit={argumentLimits.body}
        rows={4}
        optional
      />
    </>
  );
}
