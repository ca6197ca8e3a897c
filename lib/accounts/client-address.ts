import { isIPv4, isIPv6 } from "node:net";

/**
 * The network a request comes from: an IPv4 address, or the /64 of an IPv6 address (one household
 * has 2^64 of them).
 * The last entry of X-Forwarded-For is what the nearest machine we trust saw: the server removes
 * the header that a browser sends unless a proxy is configured.
 */
export function clientNetwork(headers: Headers): string {
  const address = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (isIPv4(address)) return address;
  return isIPv6(address) ? `${firstFourGroups(address)}::/64` : "unknown";
}

function firstFourGroups(address: string): string {
  const [head = "", tail] = address.split("%")[0]!.toLowerCase().split("::");
  const groups = head.split(":").filter(Boolean);
  if (tail !== undefined) {
    const end = tail.split(":").filter(Boolean);
    const width = 8 - (tail.includes(".") ? 1 : 0);
    while (groups.length + end.length < width) groups.push("0");
    groups.push(...end);
  }
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(":");
}
