/**
 * A mail server that keeps what it is sent, and fails when told to. Import this first: it is the
 * process's mail server from then on, and lib/env reads its address once.
 */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type Received = { to: string; raw: string; text: string };

class MailServer {
  readonly inbox: Received[] = [];
  /** Refuses everything for the moment (451), or one address for good (550). */
  failing = false;
  refused = "";
  private readonly server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: ({ address }, _session, done) => {
      if (this.failing) return done(Object.assign(new Error("busy"), { responseCode: 451 }));
      if (address === this.refused) {
        return done(Object.assign(new Error("no such person"), { responseCode: 550 }));
      }
      done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const [to] = session.envelope.rcptTo;
        this.inbox.push({ to: to?.address ?? "", raw, text: plain(raw) });
        done();
      });
    },
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    const { port } = this.server.server.address() as AddressInfo;
    process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  /** What this person was sent. */
  sentTo(email: string | null): Received[] {
    return this.inbox.filter(({ to }) => to === email);
  }
}

/** Undoes quoted-printable. */
function plain(raw: string): string {
  const bytes = raw
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

export const mail = new MailServer();
await mail.start();
