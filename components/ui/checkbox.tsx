import type { ComponentProps } from "react";
import { FieldError, describedBy, fieldFrame, fieldId, type FieldProps } from "./field";

type Native = Omit<ComponentProps<"input">, "name" | "id" | "type">;

/** Yes or no. The whole line is the target. */
export function Checkbox({
  name,
  label,
  hint,
  errors,
  scope,
  className,
  ...input
}: FieldProps & Native) {
  const field = { name, label, hint, errors, scope };
  const id = fieldId(name, scope);
  return (
    <div className={fieldFrame(errors)}>
      <FieldError {...field} />
      <label htmlFor={id} className="flex min-h-8 items-start gap-3 py-1">
        <input type="checkbox" className="choice mt-[0.2em]" {...input} {...describedBy(field)} />
        <span className={className}>{label}</span>
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="ms-8 text-sm text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
