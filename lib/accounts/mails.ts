import "server-only";
import { translator } from "@/lib/i18n/translator";
import { siteUrl } from "@/lib/env";
import { sendMail } from "@/lib/mail/send";

export type MailKind = "verify" | "changeEmail" | "reset" | "emailChanged" | "alreadyMember";

/** Sends one of the account's messages, in the site's language. */
export async function mailLink(
  kind: MailKind,
  to: string,
  name: string,
  link: string,
): Promise<void> {
  const t = translator("accounts");
  const site = new URL(siteUrl()).host;
  const params = { name, link, site };
  await sendMail({
    to,
    subject: t(`mail.${kind}.subject`, params),
    text: t(`mail.${kind}.text`, params),
    link,
  });
}
