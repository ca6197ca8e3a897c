import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/shell/site-footer";
import { SiteHeader } from "@/components/shell/site-header";
import { SkipLink } from "@/components/shell/skip-link";
import { getViewer } from "@/lib/auth/viewer";
import { env, siteUrl } from "@/lib/env";
import { clientMessages } from "@/lib/i18n/client-messages";
import { directionOf } from "@/lib/i18n/locales";
import { countWaiting } from "@/lib/moderation/queries/queued-debates";
import { countUnread } from "@/lib/notifications/queries/notifications";
import { fontVariables } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  const name = t("common.siteName");
  return {
    metadataBase: new URL(siteUrl()),
    applicationName: name,
    title: { default: `${name}: ${t("shell.tagline")}`, template: `%s – ${name}` },
    description: t("shell.description"),
    formatDetection: { telephone: false, date: false, address: false, email: false },
    openGraph: { type: "website", siteName: name },
    twitter: { card: "summary_large_image" },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf9f4" },
    { media: "(prefers-color-scheme: dark)", color: "#10141b" },
  ],
};

/** The shell of every page. The theme's script changes attributes of <html> before React sees it. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, viewer] = await Promise.all([getLocale(), getMessages(), getViewer()]);
  const [unread, waiting] = viewer
    ? await Promise.all([countUnread(viewer), countWaiting(viewer)])
    : [0, null];
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      className={fontVariables}
      suppressHydrationWarning
    >
      <head>
        {/* Runs before the first paint, so that the page never flashes in the wrong theme. */}
        {/* eslint-disable-next-line @next/next/no-sync-scripts */}
        <script src="/theme.js" />
      </head>
      <body>
        <NextIntlClientProvider messages={clientMessages(messages)}>
          <SkipLink />
          <SiteHeader viewer={viewer} unread={unread} waiting={waiting} />
          <main id="content" tabIndex={-1} className="page grow pt-8 lg:pt-12">
            {children}
          </main>
          <SiteFooter
            operator={{
              name: env.OPERATOR_NAME,
              contact: env.OPERATOR_CONTACT,
              licence: env.CONTENT_LICENCE,
              minimumAge: env.MINIMUM_AGE,
            }}
          />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
