import { Command, Option } from "commander";
import { answer, UsageError, type Options } from "../answer";
import { withProgress } from "../progress";
import { withDatabase } from "../with-database";

type Verify = Options & { head?: string };

/** `modlog verify` */
export function modlogCommand(): Command {
  const modlog = new Command("modlog").description("The public log of moderation");
  modlog
    .command("verify")
    .description("compute every hash of the log anew and say whether anything was changed")
    .option("--head <hash>", "a head noted down before: the log must still pass through it")
    .addOption(new Option("--json", "only JSON, in one line"))
    .action((options: Verify) => withDatabase(options, () => verify(options)));
  return modlog;
}

async function verify(options: Verify): Promise<void> {
  const head = options.head?.trim().toLowerCase();
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    throw new UsageError("A head is 64 letters and digits: 0 to 9 and a to f.");
  }
  const { verifyLog } = await import("@/lib/moderation/queries/verify-log");
  const { wordsOfVerdict } = await import("@/lib/moderation/verdict");
  const verdict = await withProgress("Verifying", options, (onProgress) =>
    verifyLog({ ...(head === undefined ? {} : { head }), onProgress }),
  );
  answer(verdict, options, wordsOfVerdict(verdict, head));
  if (!verdict.whole) process.exitCode = 1;
}
