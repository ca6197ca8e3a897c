/**
 * What a change makes stale, in one place: every tag is named here and nowhere else. A page kept
 * in memory carries the tags of what it shows; a command tells the tags of what it changed.
 */
export type Tag = string & { readonly __tag: unique symbol };

export const tags = {
  /** Every page: what changed may stand anywhere, such as a person's name. */
  everything: () => "everything" as Tag,
  /** Any list of debates, the front page included. */
  debates: () => "debates" as Tag,
  debate: (debateId: number) => `debate:${debateId}` as Tag,
  /** A debate's brief: its facts, actors, sources and all that stands beside the arguments. */
  brief: (debateId: number) => `brief:${debateId}` as Tag,
  member: (handle: string) => `member:${handle}` as Tag,
  /** The public log of moderation: any list of it, and any entry. */
  modlog: () => "modlog" as Tag,
  /** Which debates are curated, and their held words. */
  curation: () => "curation" as Tag,
  /** Who requests act for: a session or token has ended, or a person's role or standing changed. */
  identities: () => "identities" as Tag,
} as const;

const pattern =
  /^(everything|debates|identities|modlog|curation|debate:\d+|brief:\d+|member:[a-z0-9_-]+)$/;

/** What each kind of write makes stale. */
export const affected = {
  vote: (debateId: number): Tag[] => [tags.debate(debateId), tags.debates()],
  contribution: (debateId: number, handle: string): Tag[] => [
    tags.debate(debateId),
    tags.debates(),
    tags.member(handle),
  ],
  /** Something was done to a thing of this person, and stands in the log. */
  moderation: (debateId: number | null, handle: string): Tag[] =>
    debateId === null
      ? [tags.modlog(), tags.member(handle)]
      : [tags.modlog(), ...affected.contribution(debateId, handle)],
  /** A debate opened, closed or came to the front page. */
  debateLife: (): Tag[] => [tags.debates()],
  /** Somebody was silenced, suspended or banned, or is free again. */
  sanction: (handle: string): Tag[] => [
    ...affected.moderation(null, handle),
    ...affected.standing(),
  ],
  /** Whether contributions wait, which the log and every page of the debate say. */
  curation: (): Tag[] => [tags.curation(), tags.modlog(), tags.debates()],
  /** The brief of a debate, its head, or whether it is open. */
  brief: (debateId: number): Tag[] => [
    tags.brief(debateId),
    tags.debate(debateId),
    tags.debates(),
    tags.modlog(),
  ],
  person: (): Tag[] => [tags.everything()],
  standing: (): Tag[] => [tags.identities()],
} as const;

/** Reads tags that another instance sent; what is not a tag is left out. */
export function readTags(text: string): Tag[] {
  return text.split(" ").filter((tag): tag is Tag => pattern.test(tag));
}
