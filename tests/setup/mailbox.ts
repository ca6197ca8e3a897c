/** A mail server for the journeys: it keeps what it is sent in a folder, one file a message. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { SMTPServer } from "smtp-server";

export const mailFolder = path.resolve("test-results/mail");

/** Listens on 127.0.0.1 and takes mail from everybody without asking. */
export async function startMailbox(
  port: number,
): Promise<{ url: string; stop: () => Promise<void> }> {
  await rm(mailFolder, { recursive: true, force: true });
  await mkdir(mailFolder, { recursive: true });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map((address) => address.address).join(",");
        const file = path.join(mailFolder, `${String((count += 1)).padStart(4, "0")}-${to}.eml`);
        writeFile(file, Buffer.concat(chunks)).then(() => done(), done);
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${port}`, stop };
}
