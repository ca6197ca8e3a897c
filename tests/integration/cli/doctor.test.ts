import { SMTPServer } from "smtp-server";
import { expect, test } from "vitest";
import { checkDatabases } from "@/lib/cli/doctor/database";
import { checkMail, checkPort, checkRedis } from "@/lib/cli/doctor/services";
import { freePort } from "@/lib/db/embedded/server";
import { env } from "@/lib/env";
import { startMailbox } from "@/tests/setup/mailbox";
import { withClient } from "../backup/databases";

const MAIL_FROM = "Counterpoint <site@example.org>";

async function found(name: string) {
  return (await checkDatabases()).find((one) => one.name === name);
}

test("A database in order is found in order", async () => {
  const checks = await checkDatabases();
  expect(checks.map(({ name, state }) => [name, state])).toEqual([
    ["Database", "good"],
    ["Letters", "good"],
    ["Extensions", "good"],
    ["Migrations", "good"],
    ["Clock", "good"],
  ]);
});

test("Migrations that wait, failed or come from a newer version are told apart", async () => {
  const change = (sql: string) => withClient(env.DATABASE_URL!, (client) => client.query(sql));
  await change(
    "UPDATE _prisma_migrations SET migration_name = '2999_later' WHERE migration_name LIKE '%_rules'",
  );
  expect(await found("Migrations")).toMatchObject({
    state: "bad",
    message: expect.stringMatching(/newer.*2999_later/),
  });
  await change(
    "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '2999_later'",
  );
  expect((await found("Migrations"))?.message).toMatch(/failed.*--retry-failed/);
  await change("DELETE FROM _prisma_migrations WHERE migration_name = '2999_later'");
  expect((await found("Migrations"))?.message).toMatch(/1 are waiting.*db migrate/);
});

test("A mail server is greeted and sent nothing; one that is not there is a fault", async () => {
  const port = await freePort();
  const mailbox = await startMailbox(port);
  expect((await checkMail({ SMTP_URL: mailbox.url, MAIL_FROM })).state).toBe("good");
  const unnamed = { SMTP_URL: mailbox.url, MAIL_FROM: "Counterpoint <counterpoint@localhost>" };
  expect((await checkMail(unnamed)).message).toMatch(/Set MAIL_FROM/);
  await mailbox.stop();
  const gone = await checkMail({ SMTP_URL: mailbox.url, MAIL_FROM });
  expect(gone).toMatchObject({ state: "bad" });
  expect(gone.message).toMatch(/SMTP_URL/);
});

test("A mail server that refuses the password is a fault", async () => {
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(new Error("Wrong password")),
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  try {
    const refused = await checkMail({ SMTP_URL: `smtp://a:b@127.0.0.1:${port}`, MAIL_FROM });
    expect(refused.message).toMatch(/does not let us in.*Wrong password/);
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
});

test("Redis that does not answer is a fault only where it is wanted", async () => {
  expect((await checkRedis(undefined)).state).toBe("info");
  const answer = await checkRedis(`redis://127.0.0.1:${await freePort()}`);
  expect(answer.state).toBe("bad");
  expect(answer.message).toMatch(/Check REDIS_URL/);
});

test("A port that is free is found free", async () => {
  expect((await checkPort({ HOST: "localhost", PORT: await freePort() })).state).toBe("good");
});
