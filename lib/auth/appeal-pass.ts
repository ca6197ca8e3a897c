import "server-only";
import { seal, unseal } from "./seal";

const purpose = "appeal";
const lastsMilliseconds = 30 * 60_000;

/**
 * Lets somebody who proved who they are, and may not sign in, read why and appeal: nothing else, and
 * for half an hour.
 */
export function makeAppealPass(userId: number): string {
  return seal(JSON.stringify([userId, Date.now() + lastsMilliseconds]), purpose);
}

/** @returns the account's id; null when the pass is not one of ours, or too old */
export function readAppealPass(pass: string): number | null {
  const text = unseal(pass, purpose);
  if (text === null) return null;
  const [userId, until] = JSON.parse(text) as [number, number];
  return until > Date.now() ? userId : null;
}
