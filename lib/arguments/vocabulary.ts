/** The words and limits of arguments, for pages too: without the library that checks input. */

export const stances = ["SUPPORT", "OPPOSE"] as const;
export type Stance = (typeof stances)[number];
export const argumentLimits = {
  title: 140,
  body: 8000,
  sources: 10,
  facts: 10,
  depth: 32,
  reason: 300,
} as const;

export const sorts = ["convincing", "newest", "discussed", "divided", "number"] as const;
export type ArgumentSort = (typeof sorts)[number];

/** At or above: shown as similar while writing. */
export const similarFrom = 0.55;
/** At or above: said plainly before posting. Nothing is ever blocked. */
export const nearlySameFrom = 0.85;

/** The names of forms whose unsent words are kept. */
export const draftForm = {
  reply: (parentId: string | null, stance: Stance) => `reply:${parentId ?? "root"}:${stance}`,
  edit: (id: string) => `edit:${id}`,
  comment: (argumentId: string) => `comment:${argumentId}`,
} as const;
