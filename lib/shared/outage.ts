/** Prisma: cannot reach, timed out reaching, connection closed, no connection to be had. */
const prismaCodes = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"]);
/** Node's network errors; PostgreSQL's classes 08 (connection) and 57P (going away), and 55000. */
const otherCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|08\w{3}|57P0\d|55000)$/;
const words =
  /Connection terminated|Can't reach database server|DatabaseNotReachable|ConnectionClosed|not currently accepting connections|Code: `(08|57P0)/;

/** Whether an error means that the database is away for the moment, so that trying again helps. */
export function isOutage(error: unknown): boolean {
  let cause = error;
  for (let depth = 0; cause instanceof Error && depth < 5; depth += 1) {
    const code = "code" in cause ? String(cause.code) : "";
    if (prismaCodes.has(code) || otherCodes.test(code) || words.test(cause.message)) return true;
    if (cause.name === "PrismaClientInitializationError") return true;
    cause = cause.cause;
  }
  return false;
}
