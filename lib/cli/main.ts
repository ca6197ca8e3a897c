/** `npm run cli -- <command>`: what the person who runs the site does from a terminal. */
import { Command, CommanderError } from "commander";
import { dbCommand } from "./commands/db";
import { doctorCommand } from "./commands/doctor";
import { jobsCommand } from "./commands/jobs";
import { keysCommand } from "./commands/keys";
import { tokenCommand } from "./commands/token";
import { userCommand } from "./commands/user";

function withExitCodes(command: Command): Command {
  command.exitOverride().showHelpAfterError("(add --help for what can be said)");
  command.commands.forEach(withExitCodes);
  return command;
}

const program = new Command("npm run cli --")
  .description(
    "Counterpoint from the command line. Exit codes: 0 done, 1 refused, 2 wrongly called.",
  )
  .addCommand(userCommand())
  .addCommand(tokenCommand())
  .addCommand(dbCommand())
  .addCommand(jobsCommand())
  .addCommand(keysCommand())
  .addCommand(doctorCommand());

try {
  await withExitCodes(program).parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 || error.code === "commander.help" ? 0 : 2;
}
