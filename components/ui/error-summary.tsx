"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { fieldId } from "./field";

/**
 * What went wrong with a form, at its head. Takes the focus, links to each field with the words
 * that stand beside it, and puts "Error:" before the page's title.
 */
export function ErrorSummary({
  message,
  fieldErrors = {},
  reference,
  scope,
}: {
  message?: string;
  fieldErrors?: Record<string, readonly string[]>;
  reference?: string;
  scope?: string;
}) {
  const t = useTranslations("common");
  const box = useRef<HTMLDivElement>(null);
  const lines = Object.entries(fieldErrors).flatMap(([name, errors]) =>
    errors.map((error) => ({ name, error })),
  );
  useEffect(() => {
    box.current?.focus();
  }, [message, fieldErrors, reference]);
  useErrorTitle(t("errorPrefix"));
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      autoFocus
      className="border-2 border-s-8 border-ink px-5 py-4"
    >
      <h2 className="text-lg font-semibold">{t("errorSummaryTitle")}</h2>
      {message ? <p className="mt-1">{message}</p> : null}
      {lines.length > 0 ? (
        <ul className="mt-2 space-y-1">
          {lines.map(({ name, error }) => (
            <li key={`${name} ${error}`}>
              <a href={`#${fieldId(name, scope)}`} className="font-semibold">
                {error}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {reference ? <p className="mt-2 text-sm">{t("reference", { reference })}</p> : null}
    </div>
  );
}

function useErrorTitle(prefix: string) {
  useEffect(() => {
    const before = document.title;
    if (!before.startsWith(prefix)) document.title = `${prefix} ${before}`;
    return () => {
      if (document.title === `${prefix} ${before}`) document.title = before;
    };
  }, [prefix]);
}
