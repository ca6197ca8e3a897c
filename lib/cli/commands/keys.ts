import { Argument, Command, Option } from "commander";
import "@/lib/cli/runtime/load-env";
import { listKeys, refuseGiven, rotatable, rotateKey } from "@/lib/cli/keys";
import { withDatabase } from "@/lib/cli/with-database";
import { answer, fail, type Options } from "../answer";

const json = () => new Option("--json", "only JSON, in one line");

const consequences: Record<keyof typeof rotatable, string> = {
  session:
    "From the next start everyone is signed out; webhooks are signed as before. Start Counterpoint again now.",
  actions:
    "Pages that are open in browsers have to be loaded again after the next start. Restart Counterpoint now.",
};

/** `keys [show]|rotate` */
export function keysCommand(): Command {
  const keys = new Command("keys").description("The secrets of this installation");
  keys
    .command("show", { isDefault: true })
    .description("which secrets there are, where they are kept, and their fingerprints")
    .option("--reveal", "also the secrets themselves: mind who can see your screen")
    .addOption(json())
    .action(async (options: Options & { reveal?: boolean }) => {
      try {
        answer({ keys: await listKeys({ reveal: options.reveal ?? false }) }, options);
      } catch (error) {
        await fail(error, options);
      }
    });
  keys
    .command("rotate")
    .description("make a secret anew: session signs everyone out, actions outdates open pages")
    .addArgument(new Argument("<which>").choices(Object.keys(rotatable)))
    .addOption(json())
    .action(async (which: keyof typeof rotatable, options: Options) => {
      const rotate = async () => answer(await rotateKey(which), options, consequences[which]);
      try {
        refuseGiven(rotatable[which]);
        if (which === "session") await withDatabase(options, rotate, { alone: true });
        else await rotate();
      } catch (error) {
        await fail(error, options);
      }
    });
  return keys;
}
