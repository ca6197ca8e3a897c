"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useEffect, useState, type ComponentProps } from "react";
import { Field, describedBy, fieldId, type FieldProps } from "./field";

type Native = Omit<ComponentProps<"textarea">, "name" | "id" | "maxLength">;

/**
 * Several lines of text. `limit` is the number of characters allowed: said in words without
 * JavaScript, counted down with it. Typing beyond the limit is possible and refused only when
 * sent, so that a long paste is not cut.
 */
export function TextArea({
  name,
  label,
  hint,
  errors,
  scope,
  optional,
  limit,
  className,
  onChange,
  rows = 6,
  ...area
}: FieldProps & Native & { limit?: number }) {
  const field = { name, label, hint, errors, scope, optional };
  const countId = `${fieldId(name, scope)}-count`;
  const [length, setLength] = useState<number>();
  return (
    <Field {...field}>
      <textarea
        rows={rows}
        dir="auto"
        className={clsx("control field-sizing-content", className)}
        style={{ minBlockSize: `${rows * 1.5 + 1}em` }}
        {...area}
        onChange={(event) => {
          setLength(event.currentTarget.value.length);
          onChange?.(event);
        }}
        {...describedBy(field, limit ? countId : undefined)}
      />
      {limit ? (
        <Counter id={countId} limit={limit} length={shownLength(length, area.value)} />
      ) : null}
    </Field>
  );
}

/** Of what stands there, once something was typed: words can be put there by other means too. */
function shownLength(typed: number | undefined, value: unknown): number | undefined {
  return typed !== undefined && typeof value === "string" ? value.length : typed;
}

/** Characters left, seen at once and spoken when typing rests. */
function Counter({ id, limit, length }: { id: string; limit: number; length?: number }) {
  const t = useTranslations("common");
  const left = limit - (length ?? 0);
  const words =
    length === undefined
      ? t("charactersAtMost", { limit })
      : left >= 0
        ? t("charactersLeft", { count: left })
        : t("charactersTooMany", { count: -left });
  const spoken = useRested(length === undefined ? "" : words);
  return (
    <div className="mt-1 text-xs text-muted tabular-nums">
      <p id={id} className={clsx(left < 0 && "font-semibold text-ink")}>
        {words}
      </p>
      <p className="sr-only" aria-live="polite">
        {spoken}
      </p>
    </div>
  );
}

/** A text one second after it stopped changing. */
function useRested(text: string): string {
  const [rested, setRested] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), 1000);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
