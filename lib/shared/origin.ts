type ReadHeader = (name: string) => string | null | undefined;

/**
 * Whether a write comes from this site's own pages. Refused when Sec-Fetch-Site or Origin is
 * foreign, and when both are missing (a browser sends at least one with every POST).
 *
 * @param header reads a request header
 * @param ownOrigins the origins under which this site is served
 */
export function isOwnOrigin(header: ReadHeader, ownOrigins: readonly string[]): boolean {
  const site = header("sec-fetch-site");
  const sent = header("origin");
  // "null" names nobody: browsers send it from pages that keep their address to themselves.
  const origin = sent === "null" ? null : sent;
  if (origin && !ownOrigins.includes(origin)) return false;
  if (site) return site === "same-origin" || (site === "none" && Boolean(origin));
  return Boolean(origin);
}

/**
 * The origins a request may name as its own: the configured address, or what its Host header says
 * (a foreign page cannot set Host).
 */
export function ownOrigins(header: ReadHeader, siteUrl: string | undefined): string[] {
  const host = header("host");
  return [
    ...(siteUrl ? [new URL(siteUrl).origin] : []),
    ...(host ? [`http://${host}`, `https://${host}`] : []),
  ];
}
