/** `npm run cli -- <command>`: what the person who runs the site does from a terminal. */
import { CommanderError } from "commander";
import { makeProgram } from "./program";

try {
  await makeProgram().parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 || error.code === "commander.help" ? 0 : 2;
}
