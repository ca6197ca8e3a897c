/** PostgreSQL refuses to run as root, so root lends it a system account that owns nothing else. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Refusal } from "@/lib/db/problem";

const run = promisify(execFile);

/** The account PostgreSQL runs as; empty for an ordinary person's own account. */
export interface Account {
  uid?: number;
  gid?: number;
  name?: string;
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** As root: the `postgres` account, made when it does not exist. Otherwise nothing. */
export async function postgresAccount(): Promise<Account> {
  if (!isRoot()) return {};
  return (await find("postgres")) ?? (await create("postgres"));
}

async function find(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout), name };
  } catch {
    return undefined;
  }
}

async function create(name: string): Promise<Account> {
  const attempts: [string, string[]][] = [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", name]],
    ["adduser", ["-S", "-D", "-H", "-s", "/bin/false", name]], // BusyBox
  ];
  for (const [command, args] of attempts) {
    await run(command, args).catch(() => undefined);
    const account = await find(name);
    if (account) return account;
  }
  throw new Refusal(
    "PostgreSQL does not run as root, and no account could be made for it. Start as an ordinary person, or make the account yourself: useradd --system postgres",
  );
}
