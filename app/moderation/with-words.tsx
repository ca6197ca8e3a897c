import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { clientMessages } from "@/lib/i18n/client-messages";

/** The words of moderation and of what waits for it travel only with the pages whose forms say them. */
export async function WithModerationWords({ children }: { children: ReactNode }) {
  const all = await getMessages();
  const messages = {
    ...clientMessages(all),
    moderation: all.moderation,
    suggestions: all.suggestions,
  };
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
