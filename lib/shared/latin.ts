/**
 * What stays of a name in an address: lower-case Latin letters without their marks, digits, and
 * hyphens between them, so many characters at most. "Åsa Öberg" becomes "asa-oberg"; nothing is
 * left of a name in another script.
 */
export function latinStem(name: string, most: number): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/æ/g, "ae")
    .replace(/œ/g, "oe")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, most)
    .replace(/-$/, "");
}
