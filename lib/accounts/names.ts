/** Names as people show them: any script, but nothing that disguises one name as another. */

const allowed = /^[\p{L}\p{M}\p{N} '’.,()\-‐·&]+$/u;

const scripts = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
  Hebrew: /\p{Script=Hebrew}/u,
  Arabic: /\p{Script=Arabic}/u,
  Devanagari: /\p{Script=Devanagari}/u,
  Bengali: /\p{Script=Bengali}/u,
  Tamil: /\p{Script=Tamil}/u,
  Thai: /\p{Script=Thai}/u,
  Georgian: /\p{Script=Georgian}/u,
  Ethiopic: /\p{Script=Ethiopic}/u,
  Cherokee: /\p{Script=Cherokee}/u,
  EastAsian:
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u,
} as const;

function scriptOf(letter: string): string {
  const found = Object.entries(scripts).find(([, pattern]) => pattern.test(letter));
  return found?.[0] ?? "other";
}

export type NameProblem = "NAME_CHARACTERS" | "NAME_MIXED_SCRIPTS";

/**
 * What is wrong with a name: characters that do not belong into one (controls, formats, symbols),
 * no letter at all, or a word that mixes scripts, such as Latin with Cyrillic look-alikes.
 */
export function nameProblem(name: string): NameProblem | null {
  const compatible = name.normalize("NFKC");
  if (!allowed.test(compatible) || !/\p{L}/u.test(compatible)) return "NAME_CHARACTERS";
  for (const word of compatible.split(/[^\p{L}\p{M}\p{N}]+/u)) {
    const used = new Set(
      [...word].filter((c) => /\p{L}/u.test(c) && !/[ーｰʼ]/u.test(c)).map(scriptOf),
    );
    if (used.size > 1) return "NAME_MIXED_SCRIPTS";
  }
  return null;
}
