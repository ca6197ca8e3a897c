import { Command, Option } from "commander";
import { withDatabaseUrl } from "@/lib/cli/runtime/connect";
import { answer, fail, type Options } from "../answer";
import { addBackupCommands } from "./backup";

const json = () => new Option("--json", "only JSON, in one line");

async function run(options: Options, work: (url: string) => Promise<void>): Promise<void> {
  try {
    await withDatabaseUrl(work);
  } catch (error) {
    await fail(error, options);
  }
}

/** `db migrate|seed|backup|verify|restore` */
export function dbCommand(): Command {
  const command = new Command("db").description("The database");
  command
    .command("migrate")
    .description("bring the tables up to date")
    .option("--retry-failed", "try a migration again whose earlier failure was reported")
    .addOption(json())
    .action((options: Options & { retryFailed?: boolean }) =>
      run(options, async (url) => {
        const { applyMigrations } = await import("@/lib/db/migrations");
        const applied = await applyMigrations(url, { retryFailed: options.retryFailed });
        answer({ applied }, options);
      }),
    );
  command
    .command("seed")
    .description("put in the first debate, unless it is there")
    .option("--demo", "also make demonstration accounts, with random passwords")
    .addOption(json())
    .action((options: Options & { demo?: boolean }) =>
      run(options, async (url) => {
        const { seed } = await import("@/prisma/seed/seed");
        const accounts: string[] = [];
        const log = (line: string) => void accounts.push(line);
        const { created } = await seed(url, { demo: options.demo ?? false, log });
        answer({ created, ...(options.demo ? { accounts } : {}) }, options);
      }),
    );
  addBackupCommands(command);
  return command;
}
