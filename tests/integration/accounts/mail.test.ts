import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "./until";

const inbox: { to: string[]; raw: string }[] = [];
let server: SMTPServer;

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, session, done) {
      let raw = "";
      stream.on("data", (chunk: Buffer) => (raw += chunk.toString("utf8")));
      stream.on("end", () => {
        inbox.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`; // read when lib/env is first imported, below
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

/** Undoes quoted-printable. */
const plain = (raw: string) =>
  raw
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

describe("messages by a mail server", () => {
  it("A member who forgot the password gets a link that sets a new one", async () => {
    const { forgotPassword } = await import("@/lib/accounts/handlers/forgot-password");
    const { resetPassword } = await import("@/lib/accounts/handlers/reset-password");
    const { Browser } = await import("./browser");
    const { memberWithPassword } = await import("./members");
    const { email } = await memberWithPassword();
    const browser = new Browser();
    await browser.post(forgotPassword, { email });
    const mail = await until(async () => inbox.find(({ to }) => to.includes(email)));
    const token = /reset-password\?token=([\w-]{43})/.exec(plain(mail.raw))?.[1];
    expect(token).toBeDefined();
    const set = await browser.post(resetPassword, {
      token: token!,
      password: "new unrelated words",
    });
    expect(set.headers.get("location")).toBe("/account?done=password");
  });

  it("An unknown address gets nothing", async () => {
    const { forgotPassword } = await import("@/lib/accounts/handlers/forgot-password");
    const { Browser } = await import("./browser");
    const before = inbox.length;
    await new Browser().post(forgotPassword, { email: "nobody@example.org" });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(inbox.length).toBe(before);
  });

  it("A name with line ends puts no header into a message", async () => {
    const { sendMail } = await import("@/lib/mail/send");
    await sendMail({
      to: "x@example.org",
      subject: "Hello\r\nBcc: victim@example.org",
      text: "Text",
      link: "",
    });
    const mail = await until(async () => inbox.find(({ to }) => to.includes("x@example.org")));
    expect(mail.to).toEqual(["x@example.org"]);
    expect(mail.raw).not.toMatch(/^Bcc:/m);
  });
});
