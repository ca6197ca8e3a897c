import "server-only";
import { db } from "@/lib/db/client";
import { routes } from "@/lib/routes";
import { DomainError } from "@/lib/shared/errors";
import { makeAppealPass } from "./appeal-pass";
import { refuseSanctioned } from "./sanctioned";

/**
 * Where somebody is led who proved who they are and is suspended or banned: a page that says until
 * when, why, and how to appeal.
 *
 * @returns null for everybody who may sign in
 */
export async function shutOut(userId: number): Promise<string | null> {
  try {
    await refuseSanctioned(db, userId, ["SUSPEND", "BAN"]);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return routes.shutOut(makeAppealPass(userId));
  }
}
