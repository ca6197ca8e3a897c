import { z } from "zod";

/** A row of a debate: every statement names both, so that it finds one partition. */
export type DebateItemRef = { debateId: number; id: number };

const pattern = /^([1-9]\d{0,8})-([1-9]\d{0,8})$/;

/** "42-137": the public id of an argument or comment, which carries its debate. */
export function publicId(ref: DebateItemRef): string {
  return `${ref.debateId}-${ref.id}`;
}

/** @returns null when the text is not a public id. */
export function parsePublicId(text: string): DebateItemRef | null {
  const match = pattern.exec(text);
  return match ? { debateId: Number(match[1]), id: Number(match[2]) } : null;
}

/** zod: "42-137" → { debateId: 42, id: 137 }. */
export const publicIdSchema = z
  .string()
  .regex(pattern, { error: "This link is not complete." })
  .transform((text) => parsePublicId(text)!);

/** Identifiers fit PostgreSQL's integer. */
export const idSchema = z.coerce.number().int().min(1).max(2_147_483_647);

/** zod: the version an edit was begun on. */
export const versionSchema = z.coerce.number().int().min(1).max(2_147_483_647);
