import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "./icon";

/** What all fields share. `errors` are ready to show; `scope` tells apart forms on one page. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[];
  scope?: string;
  optional?: boolean;
};

/** The id of a field's control: the target of its label and of the error summary's link. */
export function fieldId(name: string, scope = "field"): string {
  return `${scope}-${name}`;
}

/** Attributes that tie a control to its hint and errors. */
export function describedBy({ name, scope, hint, errors }: FieldProps, more?: string) {
  const id = fieldId(name, scope);
  const ids = [hint && `${id}-hint`, errors?.length && `${id}-error`, more].filter(Boolean);
  return {
    id,
    name,
    "aria-describedby": ids.join(" ") || undefined,
    "aria-invalid": errors?.length ? (true as const) : undefined,
  };
}

/** A label, a hint, what went wrong, and the control, in this order. */
export function Field({ children, ...field }: FieldProps & { children: ReactNode }) {
  const id = fieldId(field.name, field.scope);
  return (
    <div className={fieldFrame(field.errors)}>
      <label htmlFor={id} className="block text-sm font-semibold">
        {field.label}
        {field.optional ? <OptionalWord /> : null}
      </label>
      <FieldHint {...field} />
      <FieldError {...field} />
      <div className="mt-2">{children}</div>
    </div>
  );
}

/** A field in error carries a heavy edge in ink: neither voice's colour, no red. */
export function fieldFrame(errors?: readonly string[]): string | undefined {
  return errors?.length ? "border-s-3 border-ink ps-4" : undefined;
}

export function OptionalWord() {
  const t = useTranslations("common");
  return <span className="font-normal text-muted"> {t("optional")}</span>;
}

export function FieldHint({ name, scope, hint }: FieldProps) {
  if (!hint) return null;
  return (
    <p id={`${fieldId(name, scope)}-hint`} className="mt-1 text-sm text-muted">
      {hint}
    </p>
  );
}

/** The same words as in the error summary, beside the field. */
export function FieldError({ name, scope, errors }: FieldProps) {
  const t = useTranslations("common");
  if (!errors?.length) return null;
  return (
    <div id={`${fieldId(name, scope)}-error`} className="mt-1 text-sm font-semibold">
      {errors.map((error) => (
        <p key={error} className="flex gap-1.5">
          <Icon name="circle-exclamation-point" className="mt-[0.2em]" />
          <span>
            <span className="sr-only">{t("errorPrefix")} </span>
            {error}
          </span>
        </p>
      ))}
    </div>
  );
}
