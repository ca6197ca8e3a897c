import path from "node:path";

/** A path as the person meant it: npm starts commands in the checkout, wherever it was called. */
export function callersPath(name: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), name);
}
