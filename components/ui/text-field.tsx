import clsx from "clsx";
import type { ComponentProps } from "react";
import { Field, describedBy, type FieldProps } from "./field";

type Native = Omit<ComponentProps<"input">, "name" | "id" | "size">;

/** One line of text, or a file. Pass `defaultValue={state.values?.name}` so that nothing typed is lost. */
export function TextField({
  name,
  label,
  hint,
  errors,
  scope,
  optional,
  className,
  type = "text",
  ...input
}: FieldProps & Native) {
  const field = { name, label, hint, errors, scope, optional };
  return (
    <Field {...field}>
      <input
        type={type}
        dir={type === "text" || type === "search" ? "auto" : undefined}
        className={clsx("control", className)}
        {...input}
        {...describedBy(field)}
      />
    </Field>
  );
}
