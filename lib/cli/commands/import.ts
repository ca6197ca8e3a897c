/** `import polis <dir>`, `import kialo <file>` */
import { Command, Option } from "commander";
import { bringIn, type Import } from "../bring-in";
import { withDatabase } from "../with-database";

/** Debates from elsewhere; `debate import` finds out by itself what a file is. */
export function importCommand(): Command {
  const command = new Command("import").description("Debates from other systems");
  const add = (usage: string, description: string, format: NonNullable<Import["format"]>) =>
    command
      .command(usage)
      .description(description)
      .option("--dry-run", "only report what would happen")
      .option("--open", "open it to everybody at once")
      .addOption(new Option("--json", "only JSON, in one line"))
      .action((name: string, options: Import) =>
        withDatabase(options, () => bringIn([name], { ...options, format })),
      );
  add("polis <dir>", "a Polis export: a folder of CSV files, or a zip of them", "polis-csv");
  add("kialo <file>", "a Kialo discussion as text", "kialo");
  return command;
}
