import "server-only";
import nodemailer, { type Transporter } from "nodemailer";
import { env } from "@/lib/env";
import { log, logUnexpected } from "@/lib/observability/log";
import { processWide } from "@/lib/shared/process-wide";

export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** The same for programs that show HTML. */
  html?: string;
  headers?: Record<string, string>;
  /** The link the message is about; without a mail server it is written to the log. */
  link: string;
};

const transport = () =>
  processWide<Transporter>("mail", () =>
    nodemailer.createTransport(env.SMTP_URL!, { from: env.MAIL_FROM }),
  );

/**
 * Sends a message by SMTP_URL. Without one nothing is sent: the link stands in the server's log,
 * so that whoever runs the site can pass it on.
 * @throws Error when the mail server refuses it
 */
export async function sendMail({ to, subject, text, html, headers, link }: Mail): Promise<void> {
  if (!env.SMTP_URL) {
    log.info({ to, subject, link }, "SMTP_URL is not set, so this link was not mailed");
    return;
  }
  await transport().sendMail({ to, subject, text, html, headers });
}

/**
 * Does the work behind a form (looking up, storing, mailing) after its answer, so that the answer
 * takes equally long for known and unknown addresses. Failures are logged.
 */
export function afterAnswer(where: string, work: () => Promise<void>): void {
  setImmediate(() => {
    work().catch((error: unknown) => logUnexpected(error, where));
  });
}
