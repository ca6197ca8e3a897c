"use client";

import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import { fontVariables } from "./fonts";
import "./globals.css";

/**
 * When even the shell failed. Stands alone: nothing here may need the server, a catalogue at run
 * time or the site's own parts.
 */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const words = errors.page.error;
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <html lang="en" className={fontVariables}>
      <head>
        <title>{`${words.title} – ${common.siteName}`}</title>
        {/* eslint-disable-next-line @next/next/no-sync-scripts */}
        <script src="/theme.js" />
      </head>
      <body>
        <main className="page max-w-measure py-16">
          <h1 className="font-serif text-2xl">{words.title}</h1>
          <p className="mt-3 text-lg text-muted">{words.lead}</p>
          {reference ? (
            <p className="mt-4 text-sm">{common.reference.replace("{reference}", reference)}</p>
          ) : null}
          <p className="mt-8 flex gap-4">
            <button
              type="button"
              className="button button-primary"
              data-needs-script=""
              onClick={retry}
            >
              {words.retry}
            </button>
            {/* A full load on purpose: the framework's own navigation may be what failed. */}
            {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
            <a href="/" className="button button-quiet">
              {words.home}
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
