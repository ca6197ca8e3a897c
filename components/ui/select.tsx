import clsx from "clsx";
import type { ComponentProps } from "react";
import { Field, describedBy, type FieldProps } from "./field";

export type Option = { value: string; label: string; disabled?: boolean };

type Native = Omit<ComponentProps<"select">, "name" | "id" | "children">;

/** One of several named values. */
export function Select({
  name,
  label,
  hint,
  errors,
  scope,
  optional,
  options,
  className,
  ...select
}: FieldProps & Native & { options: readonly Option[] }) {
  const field = { name, label, hint, errors, scope, optional };
  return (
    <Field {...field}>
      <select className={clsx("control", className)} {...select} {...describedBy(field)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
