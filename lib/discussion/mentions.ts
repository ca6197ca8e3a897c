/** At most this many people are named by one comment; further names stay plain text. */
export const mentionLimit = 10;

// A handle as the database has it (users_handle_check), not inside an address or another word.
const mention = /(?<![\p{L}\p{N}_@/.+-])@([a-z0-9][a-z0-9_-]{1,29})(?![a-z0-9_-]|@)/giu;

// Code, links and addresses: names in them are not mentions.
const leaveAlone =
  /(```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]*`|!?\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])|<[^>\n]*>|https?:\/\/\S+)/;

/** Pieces of Markdown in turn: running text at even places, what is left alone at odd ones. */
function pieces(markdown: string): string[] {
  return markdown.split(leaveAlone);
}

/** The handles named in a comment's Markdown, in small letters, each once, in order, at most ten. */
export function findMentions(markdown: string): string[] {
  const handles = new Set<string>();
  for (const text of pieces(markdown).filter((_, index) => index % 2 === 0)) {
    for (const [, handle] of text.matchAll(mention)) handles.add(handle!.toLowerCase());
  }
  return [...handles].slice(0, mentionLimit);
}

/**
 * Markdown in which each known name leads to its person.
 *
 * @param handles those that exist, in small letters
 * @param hrefOf the address of a person's page
 */
export function linkMentions(
  markdown: string,
  handles: readonly string[],
  hrefOf: (handle: string) => string,
): string {
  const known = new Set(handles);
  const link = (whole: string, handle: string) =>
    known.has(handle.toLowerCase())
      ? `[@${handle.replaceAll("_", "\\_")}](${hrefOf(handle.toLowerCase())})`
      : whole;
  return pieces(markdown)
    .map((text, index) => (index % 2 === 0 ? text.replace(mention, link) : text))
    .join("");
}
