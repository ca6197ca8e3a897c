import { isIP } from "node:net";
import { isPublicAddress } from "./public-address";

/** Names that lead to this machine or into a network of somebody's own, wherever they are asked for. */
const inward = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|onion)$/;

/** Ports of mail, databases and other services that a sent line could harm; https needs none below 1024. */
const closedPorts = new Set([3306, 5432, 6379, 9200, 11211, 27017]);

export type Policy = { allowPrivate: boolean };

/** The address without the brackets of an IPv6 one and the dot at the end of a name. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
}

/**
 * Reads where a webhook leads. The parser of the web turns every spelling of an address (127.1,
 * 0x7f000001, 2130706433) into the usual one, which is judged.
 * @returns null when nothing may be sent there. What a name leads to is judged when it is sent.
 */
export function readWebhookUrl(text: string, { allowPrivate }: Policy): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== "https:" && !(allowPrivate && url.protocol === "http:")) return null;
  if (url.username !== "" || url.password !== "") return null;
  url.hash = "";
  if (allowPrivate) return url;
  const host = hostOf(url);
  const port = Number(url.port || 443);
  if ((port !== 443 && port < 1024) || closedPorts.has(port)) return null;
  if (isIP(host)) return isPublicAddress(host) ? url : null;
  return host.includes(".") && !inward.test(host) ? url : null;
}
