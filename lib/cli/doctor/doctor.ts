/** Everything an operator may want to have looked at, whether Counterpoint is running or not. */
import { checkAddress, checkOperator } from "./address";
import { check, type Check } from "./check";
import { checkDatabases } from "./database";
import { checkMachine } from "./machine";
import { checkBrowser, checkBuild, checkMail, checkPort, checkRedis } from "./services";

/** Changes nothing. */
export async function runDoctor(): Promise<Check[]> {
  const machine = await checkMachine({ development: false });
  const settings = await import("@/lib/env").catch(() => undefined);
  const rest = settings
    ? await Promise.all([
        check("Address", () => checkAddress(settings.env)),
        check("Operator", () => checkOperator(settings.env)),
        check("Port", () => checkPort(settings.env)),
        check("Mail", () => checkMail(settings.env)),
        check("Redis", () => checkRedis(settings.env.REDIS_URL)),
        check("Build", checkBuild),
        check("Browser", checkBrowser),
      ])
    : []; // what is wrong with the settings stands among the first checks
  return [...machine, ...(await checkDatabases()), ...rest];
}
