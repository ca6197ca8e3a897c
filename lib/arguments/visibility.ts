/** How visible an argument is: archived by its author, by a curator, or hidden with its words. */
export type Visibility = "LIVE" | "ARCHIVED" | "CURATED" | "HIDDEN";

export function visibilityOf(argument: {
  status: "LIVE" | "ARCHIVED";
  curated: boolean;
  withheld: boolean;
}): Visibility {
  if (argument.status === "LIVE") return "LIVE";
  if (argument.withheld) return "HIDDEN";
  return argument.curated ? "CURATED" : "ARCHIVED";
}
