/** One thing that was looked at. */
export interface Check {
  name: string;
  /** "info" is worth knowing and nothing to mend. */
  state: "good" | "info" | "warning" | "bad";
  /** What was found; for a warning or a fault also what to do. */
  message: string;
}

export type Finding = Omit<Check, "name">;

export const good = (message: string): Finding => ({ state: "good", message });
export const info = (message: string): Finding => ({ state: "info", message });
export const warning = (message: string): Finding => ({ state: "warning", message });
export const bad = (message: string): Finding => ({ state: "bad", message });

/** Looks; whatever goes wrong while looking is a fault with its own words. */
export async function check(name: string, look: () => Finding | Promise<Finding>): Promise<Check> {
  try {
    return { name, ...(await look()) };
  } catch (error) {
    return { name, ...bad(error instanceof Error ? error.message : String(error)) };
  }
}
