"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import type { FormState } from "@/lib/actions/form-state";
import {
  linkArgumentAction,
  markArgumentAction,
  mergeArgumentsAction,
  moveArgumentAction,
  splitArgumentAction,
} from "@/lib/arguments/actions";
import { argumentMarks, type ArgumentMark } from "@/lib/arguments/vocabulary";
import type { ArgumentPlace } from "@/lib/arguments/view";
import { ActForm, actNames } from "./act-form";
import { OtherField, PlaceFields, placesId } from "./place-fields";
import { SplitFields, type Splittable } from "./split-fields";

/** What a merge begins with: the other argument, and the review that it decides. */
type Begun = { into: string; review: string };

type Curated = Splittable & { id: string; version: number; marks: readonly ArgumentMark[] };

/** Everything a curator can do to an argument and its place, each act a form of its own. */
export function CurateForms({
  argument,
  places,
  days,
  merge,
}: {
  argument: Curated;
  /** The debate's arguments, to be offered while typing. */
  places: readonly ArgumentPlace[];
  days: number;
  /** What the merge begins with, for whoever comes from the queue. */
  merge?: Begun;
}) {
  const { id, version, stance, marks } = argument;
  const act = { id, version, days };
  const other = stance === "SUPPORT" ? "OPPOSE" : "SUPPORT";
  return (
    <div className="max-w-measure space-y-12">
      <WaysToActs />
      <datalist id={placesId}>
        {places.map(({ number, title }) => (
          <option key={number} value={number} label={`${number} ${title}`} />
        ))}
      </datalist>
      <ActForm
        {...act}
        name="marks"
        action={markArgumentAction}
        fields={(state) => <MarkFields marks={marks} errors={state.fieldErrors?.marks} />}
      />
      <ActForm
        {...act}
        name="move"
        action={moveArgumentAction}
        fields={(state) => <PlaceFields scope="move" state={state} stance={stance} />}
      />
      <ActForm
        {...act}
        name="merge"
        action={mergeArgumentsAction}
        fields={(state) => <MergeFields state={state} begun={merge} />}
      />
      <ActForm
        {...act}
        name="split"
        action={splitArgumentAction}
        fields={(state) => <SplitFields argument={argument} state={state} />}
      />
      <ActForm
        {...act}
        name="link"
        action={linkArgumentAction}
        fields={(state) => <PlaceFields scope="link" state={state} stance={other} />}
      />
    </div>
  );
}

/** A way to each act. */
function WaysToActs() {
  const t = useTranslations("moderation.curate");
  return (
    <nav aria-label={t("acts")}>
      <ul className="flex flex-wrap gap-x-6">
        {actNames.map((name) => (
          <li key={name}>
            <a href={`#${name}`} className="nav-link">
              {t(`act.${name}.title`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function MergeFields({ state, begun }: { state: FormState<unknown>; begun: Begun | undefined }) {
  const t = useTranslations("moderation.curate.act.merge");
  return (
    <>
      {begun ? <input type="hidden" name="review" value={begun.review} /> : null}
      <OtherField scope="merge" name="into" label={t("into")} state={state} from={begun?.into} />
    </>
  );
}

function MarkFields({
  marks,
  errors,
}: {
  marks: readonly ArgumentMark[];
  errors: string[] | undefined;
}) {
  const t = useTranslations("moderation.curate.act.marks");
  const words = useTranslations("arguments.mark");
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{t("label")}</legend>
      {argumentMarks.map((mark, index) => (
        <Checkbox
          key={mark}
          scope={`marks-${mark}`}
          name="marks"
          value={mark}
          label={words(mark)}
          defaultChecked={marks.includes(mark)}
          errors={index === 0 ? errors : undefined}
        />
      ))}
    </fieldset>
  );
}
