/** The name of a debate in addresses: what Latin letters and digits its title has. */
export function slugOf(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[æœ]/g, "ae")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 72)
    .replace(/^-+|-+$/g, "");
  return plain || "debate";
}
