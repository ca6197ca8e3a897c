/**
 * A path of this site to go to after signing in, from what a link or form named.
 * Anything that could lead to another site, and anything unreadable, becomes the fallback.
 */
export function safeNext(next: string | null | undefined, fallback = "/"): string {
  if (!next || next.length > 2000 || !/^\/(?![/\\])/.test(next)) return fallback;
  if (/[\u0000-\u0020\u007f\\]/.test(next)) return fallback;
  const base = "http://site.invalid";
  try {
    const url = new URL(next, base);
    if (url.origin !== base || url.pathname.startsWith("//")) return fallback;
    return url.pathname + url.search + url.hash;
  } catch {
    return fallback;
  }
}
