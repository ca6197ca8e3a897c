import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { clientMessages } from "@/lib/i18n/client-messages";

/** The words of purges travel only with the pages whose forms say them. */
export default async function Layout({ children }: { children: ReactNode }) {
  const all = await getMessages();
  const messages = { ...clientMessages(all), moderation: all.moderation, purges: all.purges };
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
