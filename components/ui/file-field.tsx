import clsx from "clsx";
import type { ComponentProps } from "react";
import { Field, describedBy, type FieldProps } from "./field";

type Native = Omit<ComponentProps<"input">, "name" | "id" | "type">;

/** A file of the reader's own. */
export function FileField({
  name,
  label,
  hint,
  errors,
  scope,
  optional,
  className,
  ...input
}: FieldProps & Native) {
  const field = { name, label, hint, errors, scope, optional };
  return (
    <Field {...field}>
      <input
        type="file"
        className={clsx("control", className)}
        {...input}
        {...describedBy(field)}
      />
    </Field>
  );
}
