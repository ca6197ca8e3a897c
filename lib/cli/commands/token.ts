import { Command, InvalidArgumentError, Option } from "commander";
import { emailSchema } from "@/lib/accounts/schema";
import { Refusal } from "@/lib/db/problem";
import { scopes, type Actor, type Scope } from "@/lib/shared/viewer";
import { answer, UsageError, type Options } from "../answer";
import { withDatabase } from "../with-database";

type Create = Options & { user: string; scopes: Scope[]; name: string };
type Revoke = Options & { user: string; id?: number; all?: boolean };

const owner = ["--user <address>", "the person's e-mail address"] as const;
const json = () => new Option("--json", "only JSON, in one line");

function parseScopes(text: string): Scope[] {
  const named = text.split(",").map((word) => word.trim().toLowerCase());
  const wrong = named.find((word) => !(scopes as readonly string[]).includes(word));
  if (wrong !== undefined) throw new InvalidArgumentError(`Choose from ${scopes.join(", ")}.`);
  return scopes.filter((scope) => named.includes(scope));
}

function parseId(text: string): number {
  const id = Number(text);
  if (!Number.isSafeInteger(id) || id < 1) throw new InvalidArgumentError("It is a number.");
  return id;
}

/** `token create|list|revoke` */
export function tokenCommand(): Command {
  const token = new Command("token").description("Personal tokens for programs");
  token
    .command("create")
    .description("make a token that acts for a person; it is printed this once")
    .requiredOption(...owner)
    .requiredOption("--scopes <list>", `one or more of ${scopes.join(",")}`, parseScopes)
    .option("--name <name>", "what the token is for", "command line")
    .addOption(json())
    .action((options: Create) => withDatabase(options, () => create(options)));
  token
    .command("list")
    .description("a person's tokens that still work, never the tokens themselves")
    .requiredOption(...owner)
    .addOption(json())
    .action((options: Options & { user: string }) =>
      withDatabase(options, async () => {
        const { listTokens } = await import("@/lib/accounts/queries/account");
        answer({ tokens: await listTokens(await actorOf(options.user)) }, options);
      }),
    );
  token
    .command("revoke")
    .description("make a token worthless at once")
    .requiredOption(...owner)
    .addOption(new Option("--id <number>", "its number in `token list`").argParser(parseId))
    .addOption(new Option("--all", "every token of this person").conflicts("id"))
    .addOption(json())
    .action((options: Revoke) => withDatabase(options, () => revoke(options)));
  return token;
}

/** @throws UsageError, or DomainError NOT_FOUND when nobody has this address */
async function actorOf(address: string): Promise<Actor> {
  const { findActor } = await import("@/lib/accounts/queries/actor");
  const email = emailSchema.safeParse(address);
  if (!email.success) throw new UsageError("The e-mail address cannot be used.");
  return findActor(email.data);
}

async function revoke(options: Revoke): Promise<void> {
  const { revokeToken } = await import("@/lib/accounts/commands/tokens");
  const { listTokens } = await import("@/lib/accounts/queries/account");
  if (options.id === undefined && !options.all) throw new UsageError("Say which: --id … or --all");
  const actor = await actorOf(options.user);
  const kept = (await listTokens(actor)).map(({ id }) => id);
  const wanted = options.all ? kept : kept.filter((id) => id === options.id);
  if (wanted.length === 0 && !options.all) {
    throw new Refusal("This person has no token with this number that still works.");
  }
  for (const tokenId of wanted) await revokeToken(actor, { tokenId });
  answer({ revoked: wanted }, options);
}

async function create(options: Create): Promise<void> {
  const { createToken } = await import("@/lib/accounts/commands/tokens");
  const name = options.name.trim().slice(0, 80) || "command line";
  const actor = await actorOf(options.user);
  const { token } = await createToken(actor, { name, scopes: options.scopes });
  answer({ token }, options, "Keep it now: it is stored hashed and not shown again.");
}
