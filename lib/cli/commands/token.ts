import { Command, InvalidArgumentError, Option } from "commander";
import { emailSchema } from "@/lib/accounts/schema";
import { scopes, type Scope } from "@/lib/shared/viewer";
import { answer, UsageError, type Options } from "../answer";
import { withDatabase } from "../with-database";

type Create = Options & { user: string; scopes: Scope[]; name: string };

function parseScopes(text: string): Scope[] {
  const named = text.split(",").map((word) => word.trim().toLowerCase());
  const wrong = named.find((word) => !(scopes as readonly string[]).includes(word));
  if (wrong !== undefined) throw new InvalidArgumentError(`Choose from ${scopes.join(", ")}.`);
  return scopes.filter((scope) => named.includes(scope));
}

/** `token create` */
export function tokenCommand(): Command {
  const token = new Command("token").description("Personal tokens for programs");
  token
    .command("create")
    .description("make a token that acts for a person; it is printed this once")
    .requiredOption("--user <address>", "the person's e-mail address")
    .requiredOption("--scopes <list>", `one or more of ${scopes.join(",")}`, parseScopes)
    .option("--name <name>", "what the token is for", "command line")
    .addOption(new Option("--json", "only JSON, in one line"))
    .action((options: Create) => withDatabase(options, () => create(options)));
  return token;
}

async function create(options: Create): Promise<void> {
  const { createToken } = await import("@/lib/accounts/commands/tokens");
  const { findActor } = await import("@/lib/accounts/queries/actor");
  const email = emailSchema.safeParse(options.user);
  if (!email.success) throw new UsageError("The e-mail address cannot be used.");
  const name = options.name.trim().slice(0, 80) || "command line";
  const actor = await findActor(email.data);
  const { token } = await createToken(actor, { name, scopes: options.scopes });
  answer({ token }, options, "Keep it now: it is stored hashed and not shown again.");
}
