"use client";

import { useTranslations } from "next-intl";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { routes } from "@/lib/routes";
import { Anchor } from "./anchor";
import { fieldId } from "./field";

/**
 * What went wrong with a form, at its head. Takes the focus, links to each field with the words
 * that stand beside it, and puts "Error:" before the page's title.
 */
export function ErrorSummary({
  message,
  fieldErrors = {},
  reference,
  needsSignIn = false,
  scope,
}: {
  message?: string;
  fieldErrors?: Record<string, readonly string[]>;
  reference?: string;
  /** The session has ended: show the way to a new one and back. */
  needsSignIn?: boolean;
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
      {needsSignIn ? <SignInAndReturn /> : null}
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

function SignInAndReturn() {
  const t = useTranslations("common");
  const [path, query] = [usePathname(), useSearchParams().toString()];
  const here = query ? `${path}?${query}` : path;
  return (
    <p className="mt-2">
      <Anchor href={routes.signIn(here)} className="font-semibold">
        {t("signInAndReturn")}
      </Anchor>
    </p>
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
