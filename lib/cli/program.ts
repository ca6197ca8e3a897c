/** All commands. Those that need the database import what uses it when they run. */
import { Command } from "commander";
import { dbCommand } from "./commands/db";
import { debateCommand } from "./commands/debate";
import { doctorCommand } from "./commands/doctor";
import { importCommand } from "./commands/import";
import { jobsCommand } from "./commands/jobs";
import { keysCommand } from "./commands/keys";
import { modlogCommand } from "./commands/modlog";
import { tokenCommand } from "./commands/token";
import { userCommand } from "./commands/user";

function withExitCodes(command: Command): Command {
  command.exitOverride().showHelpAfterError("(add --help for what can be said)");
  command.commands.forEach(withExitCodes);
  return command;
}

export function makeProgram(): Command {
  return withExitCodes(
    new Command("npm run cli --")
      .description(
        "Counterpoint from the command line. Exit codes: 0 done, 1 refused, 2 wrongly called, 130 interrupted.",
      )
      .addCommand(userCommand())
      .addCommand(tokenCommand())
      .addCommand(debateCommand())
      .addCommand(importCommand())
      .addCommand(dbCommand())
      .addCommand(jobsCommand())
      .addCommand(modlogCommand())
      .addCommand(keysCommand())
      .addCommand(doctorCommand()),
  );
}
