import { Command } from "commander";
import "@/lib/cli/runtime/load-env";
import { runDoctor } from "@/lib/cli/doctor/doctor";
import { answer, type Options } from "../answer";

const marks = { good: "ok     ", info: "note   ", warning: "careful", bad: "wrong  " } as const;

/** `doctor`: exit code 1 when something must be mended. */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description("check this machine and the settings, and say how to mend them")
    .option("--json", "only JSON, in one line")
    .action(async (options: Options) => {
      const checks = await runDoctor();
      if (options.json) answer(checks, options);
      else {
        for (const { name, state, message } of checks) {
          process.stdout.write(`${marks[state]}  ${name}: ${message}\n`);
        }
      }
      if (checks.some(({ state }) => state === "bad")) process.exitCode = 1;
    });
}
