import type { ReactNode } from "react";
import { FieldError, FieldHint, OptionalWord, fieldFrame, fieldId, type FieldProps } from "./field";

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

/** One of a few, all visible. The first choice carries the field's id, for the error summary. */
export function RadioGroup({
  choices,
  defaultValue,
  required,
  inline = false,
  ...field
}: FieldProps & {
  choices: readonly Choice[];
  defaultValue?: string;
  required?: boolean;
  inline?: boolean;
}) {
  const { name, scope, label, hint, errors, optional } = field;
  const id = fieldId(name, scope);
  const about = [hint && `${id}-hint`, errors?.length && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset aria-describedby={about || undefined} className={fieldFrame(errors)}>
      <legend className="text-sm font-semibold">
        {label}
        {optional ? <OptionalWord /> : null}
      </legend>
      <FieldHint {...field} />
      <FieldError {...field} />
      <div className={inline ? "mt-1 flex flex-wrap gap-x-6" : "mt-1"}>
        {choices.map((choice, index) => (
          <RadioChoice
            key={choice.value}
            id={index === 0 ? id : `${id}-${choice.value}`}
            name={name}
            choice={choice}
            checked={choice.value === defaultValue}
            required={required}
          />
        ))}
      </div>
    </fieldset>
  );
}

function RadioChoice({
  id,
  name,
  choice,
  checked,
  required,
}: {
  id: string;
  name: string;
  choice: Choice;
  checked: boolean;
  required?: boolean;
}) {
  return (
    <div>
      <label htmlFor={id} className="flex min-h-8 items-start gap-3 py-1">
        <input
          type="radio"
          id={id}
          name={name}
          value={choice.value}
          defaultChecked={checked}
          disabled={choice.disabled}
          required={required}
          aria-describedby={choice.hint ? `${id}-about` : undefined}
          className="choice mt-[0.2em]"
        />
        <span>{choice.label}</span>
      </label>
      {choice.hint ? (
        <p id={`${id}-about`} className="ms-8 text-sm text-muted">
          {choice.hint}
        </p>
      ) : null}
    </div>
  );
}
