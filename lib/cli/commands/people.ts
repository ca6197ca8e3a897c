/** `user list|show` */
import { InvalidArgumentError, Option, type Command } from "commander";
import { emailSchema } from "@/lib/accounts/schema";
import type { PersonView } from "@/lib/accounts/queries/people";
import { siteRoles, type SiteRole } from "@/lib/shared/viewer";
import { answer, UsageError, type Options } from "../answer";
import { withDatabase } from "../with-database";

type List = Options & { role?: string; status?: string; after: number; limit: number };

const json = () => new Option("--json", "only JSON, in one line");
const statuses = ["active", "disabled", "erased"];

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It is a whole number.");
  return Number(text);
}

/** Adds the two commands to `user`. */
export function addLists(user: Command): void {
  user
    .command("list")
    .description("accounts in the order they were made")
    .addOption(new Option("--role <role>").choices(siteRoles.map((role) => role.toLowerCase())))
    .addOption(new Option("--status <status>").choices(statuses))
    .addOption(new Option("--after <id>", "those after this id").default(0).argParser(wholeNumber))
    .addOption(new Option("--limit <number>", "at most").default(100).argParser(wholeNumber))
    .addOption(json())
    .action((options: List) =>
      withDatabase(options, async () => {
        const { listPeople } = await import("@/lib/accounts/queries/people");
        const { after, limit } = options;
        const role = options.role?.toUpperCase() as SiteRole | undefined;
        const status = options.status?.toUpperCase() as PersonView["status"] | undefined;
        answer({ users: await listPeople({ role, status, after, limit }) }, options);
      }),
    );
  user
    .command("show")
    .description("one account, and how much hangs on it")
    .requiredOption("--email <address>", "the account's e-mail address")
    .addOption(json())
    .action((options: Options & { email: string }) =>
      withDatabase(options, async () => {
        const { getPerson } = await import("@/lib/accounts/queries/people");
        const email = emailSchema.safeParse(options.email);
        if (!email.success) throw new UsageError("The e-mail address cannot be used.");
        answer(await getPerson(email.data), options);
      }),
    );
}
