/** The same words for each way of counting in a language ("one", "other", …), and for none ("=0"). */
export type Forms = Record<string, string>;

/**
 * Writes a sentence that counts something in every form its language has, so that a script can
 * count on without the catalogue. The number stands as {count}.
 *
 * @param say the sentence for a number
 */
export function pluralForms(locale: string, say: (count: number) => string): Forms {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  const forms: Forms = { "=0": say(0) };
  for (let count = 1; count <= 200; count += 1) {
    const form = rules.select(count);
    if (form in forms) continue;
    const number = digits.format(count);
    forms[form] = say(count).replace(new RegExp(`(?<!\\d)${number}(?!\\d)`), "{count}");
  }
  return forms;
}

/** The sentence for this number, in the page's language. */
export function sayCount(forms: Forms | undefined, count: number, locale: string): string {
  const form = count === 0 ? "=0" : new Intl.PluralRules(locale).select(count);
  const words = forms?.[form] ?? forms?.other ?? "{count}";
  return words.replace("{count}", new Intl.NumberFormat(locale).format(count));
}
