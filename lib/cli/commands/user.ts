import { Command, Option } from "commander";
import type { z } from "zod";
import { emailSchema, handleSchema, nameSchema, newPasswordSchema } from "@/lib/accounts/schema";
import { siteRoles, type SiteRole } from "@/lib/shared/viewer";
import { answer, UsageError, type Options } from "../answer";
import { addLists } from "./people";
import { withDatabase } from "../with-database";

type Create = Options & {
  email: string;
  name: string;
  handle?: string;
  role: Lowercase<SiteRole>;
  passwordStdin?: boolean;
};
type ByEmail = Options & { email: string };

const json = () => new Option("--json", "only JSON, in one line");
const email = ["--email <address>", "the account's e-mail address"] as const;
const roleOption = () =>
  new Option("--role <role>", "what the person may do on the whole site").choices(
    siteRoles.map((role) => role.toLowerCase()),
  );

/** `user create|list|show|role|disable|enable|link` */
export function userCommand(): Command {
  const user = new Command("user").description("People's accounts");
  user
    .command("create")
    .description("make an account; without a password, print a link to set one")
    .requiredOption(...email)
    .requiredOption("--name <name>", "the name shown beside contributions")
    .option("--handle <handle>", "the short name; made from the name if not given")
    .addOption(roleOption().default("member"))
    .option("--password-stdin", "read the password from standard input")
    .addOption(json())
    .action((options: Create) => withDatabase(options, () => create(options)));
  user
    .command("role")
    .description("change what a person may do on the whole site")
    .requiredOption(...email)
    .addOption(roleOption().makeOptionMandatory())
    .addOption(json())
    .action((options: ByEmail & { role: string }) =>
      withDatabase(options, async () => {
        const { setRole } = await import("@/lib/accounts/commands/staff");
        const role = options.role.toUpperCase() as SiteRole;
        answer(await setRole(parse(emailSchema, options.email, "e-mail address"), role), options);
      }),
    );
  addByEmail(user);
  addLists(user);
  return user;
}

function addByEmail(user: Command): void {
  const add = (
    name: string,
    description: string,
    work: (address: string, options: Options) => Promise<void>,
  ) =>
    user
      .command(name)
      .description(description)
      .requiredOption(...email)
      .addOption(json())
      .action((options: ByEmail) =>
        withDatabase(options, () =>
          work(parse(emailSchema, options.email, "e-mail address"), options),
        ),
      );
  add(
    "disable",
    "close an account at once: sessions end, tokens are worthless",
    async (address, options) => {
      const { disableAccount } = await import("@/lib/accounts/commands/staff");
      answer(
        await disableAccount(address),
        options,
        "The account is closed to signing in and writing.",
      );
    },
  );
  add("enable", "open a disabled account again", async (address, options) => {
    const { enableAccount } = await import("@/lib/accounts/commands/staff");
    answer(await enableAccount(address), options, "The account is open again.");
  });
  add("link", "print a fresh link to set a password", async (address, options) => {
    const { passwordLinkFor } = await import("@/lib/accounts/commands/reset-password");
    answer({ email: address, link: await passwordLinkFor(address) }, options, linkWords);
  });
}

const linkWords = "The link sets the account's password. It can be used once, within 24 hours.";

async function create(options: Create): Promise<void> {
  const { register } = await import("@/lib/accounts/commands/register");
  const { passwordLinkFor } = await import("@/lib/accounts/commands/reset-password");
  const typed = options.passwordStdin ? await readPassword() : undefined;
  const made = await register({
    email: parse(emailSchema, options.email, "e-mail address"),
    name: parse(nameSchema, options.name, "name"),
    handle: options.handle ? parse(handleSchema, options.handle, "handle") : undefined,
    password: typed === undefined ? undefined : parse(newPasswordSchema, typed, "password"),
    role: options.role.toUpperCase() as SiteRole,
    emailVerified: true,
  });
  if (typed !== undefined) answer(made, options);
  else answer({ ...made, link: await passwordLinkFor(made.email) }, options, linkWords);
}

/** The first line of standard input. */
async function readPassword(): Promise<string> {
  let text = "";
  for await (const chunk of process.stdin) text += String(chunk);
  const line = text.split(/\r?\n/)[0] ?? "";
  if (line === "") throw new UsageError("No password came on standard input.");
  return line;
}

const sentences: Record<string, string> = {
  TOO_SHORT: "is too short",
  TOO_LONG: "is too long",
  REQUIRED: "is empty",
  HANDLE_NOT_VALID:
    "needs 2 to 30 small letters, digits, - or _, and begins with a letter or digit",
  HANDLE_RESERVED: "is kept for the site itself",
  NAME_CHARACTERS: "has characters that do not belong into a name",
  NAME_MIXED_SCRIPTS: "mixes scripts within one word",
};

/** @throws UsageError that says which option is wrong and why */
function parse<T extends z.ZodType>(schema: T, value: string, what: string): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const code = parsed.error.issues[0]?.message ?? "";
  throw new UsageError(`The ${what} ${sentences[code] ?? "cannot be used"}.`);
}
