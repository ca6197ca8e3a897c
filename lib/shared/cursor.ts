import { z } from "zod";

/** A moment in a cursor that PostgreSQL knows too: not before the year 1000. */
export const cursorMoment = z.iso.datetime().regex(/^[1-9]/);

/** A whole number in a cursor that fits PostgreSQL's integer. */
export const cursorNumber = z.int().min(0).max(2_147_483_647);

/**
 * Opaque, stable cursors for keyset paging: the last row's sort key and id, in base64url.
 * They carry no secret; a forged one only starts a page elsewhere.
 */
export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key), "utf8").toString("base64url");
}

/** @returns null when the text is not a cursor of this shape. */
export function decodeCursor<T extends z.ZodType>(
  text: string | undefined | null,
  shape: T,
): z.infer<T> | null {
  if (!text) return null;
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** A page of a list and the cursor of the next one (null at the end). */
export type Page<T> = { items: T[]; nextCursor: string | null };
