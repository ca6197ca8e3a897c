import { slugSchema } from "@/lib/debates/schema";
import { parsePublicId } from "@/lib/shared/ids";

/** What an address of this site can be shown as elsewhere. */
export type Embeddable = { kind: "debate"; slug: string } | { kind: "argument"; id: string };

/** How large a frame is before its content has told its height, in CSS pixels. */
export const frameSizes = {
  debate: { width: 700, height: 440 },
  argument: { width: 700, height: 240 },
} as const;

/**
 * Which debate or argument a page of this site shows; its frame's own address counts as well.
 *
 * @param address a whole URL, as somebody copied it
 * @param site the address of this site, without a slash at the end
 * @returns null when it belongs to another site or shows something else
 */
export function readEmbeddable(address: string, site: string): Embeddable | null {
  if (!URL.canParse(address)) return null;
  const { origin, pathname, username, password } = new URL(address);
  if (origin !== new URL(site).origin || username || password) return null;
  const [, slug, id] =
    /^\/debates\/([^/]+)(?:\/arguments\/([^/]+))?\/?$/.exec(pathname) ??
    /^\/embed\/debates\/([^/]+)$/.exec(pathname) ??
    [];
  const argumentId = id ?? /^\/embed\/arguments\/([^/]+)$/.exec(pathname)?.[1];
  if (argumentId !== undefined) {
    return parsePublicId(argumentId) ? { kind: "argument", id: argumentId } : null;
  }
  return slug !== undefined && slugSchema.safeParse(slug).success ? { kind: "debate", slug } : null;
}

/** A length that a program asks for, as a whole number of pixels; undefined when it is none. */
export function readLength(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
}
