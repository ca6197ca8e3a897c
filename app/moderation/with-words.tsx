import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { clientMessages } from "@/lib/i18n/client-messages";

/** Moderation's words travel only with the pages whose forms say them. */
export async function WithModerationWords({ children }: { children: ReactNode }) {
  const all = await getMessages();
  const messages = { ...clientMessages(all), moderation: all.moderation };
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
