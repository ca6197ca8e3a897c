import { withDatabaseUrl, type ConnectOptions } from "@/lib/cli/runtime/connect";
import { fail, type Options } from "./answer";

/**
 * Runs a command that needs the database, and closes the connection. Modules that use the database
 * are imported inside `work`, when its address is known.
 */
export async function withDatabase(
  options: Options,
  work: () => Promise<void>,
  connect: ConnectOptions = {},
): Promise<void> {
  try {
    await withDatabaseUrl(async () => {
      const { db } = await import("@/lib/db/client");
      try {
        await work();
      } finally {
        await db.$disconnect();
      }
    }, connect);
  } catch (error) {
    await fail(error, options);
  }
}
