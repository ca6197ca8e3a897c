import { randomBytes } from "node:crypto";
import { handleSkeleton } from "@/lib/accounts/handles";
import { hashPassword } from "@/lib/accounts/passwords";
import type { Transaction } from "@/lib/db/client";

const editors = { handle: "editors", name: "Counterpoint editors" };

const demonstrations = [
  { handle: "demo-member", name: "Demo member", role: "MEMBER" },
  { handle: "demo-moderator", name: "Demo moderator", role: "MODERATOR" },
  { handle: "demo-administrator", name: "Demo administrator", role: "ADMINISTRATOR" },
] as const;

/**
 * The account in whose name the first debate is published: no e-mail address and no password, so
 * nobody can sign in as it.
 * @returns its id.
 * @throws Error when a person already has its handle.
 */
export async function ensureEditors(tx: Transaction): Promise<number> {
  const { handle, name } = editors;
  const found = await tx.user.findUnique({ where: { handle }, select: { id: true, kind: true } });
  if (found && found.kind !== "EDITORIAL")
    throw new Error(
      `The handle “${handle}” belongs to a person. Change that person's handle, then seed again.`,
    );
  if (found) return found.id;
  const created = await tx.user.create({
    data: { handle, handleSkeleton: handleSkeleton(handle), name, kind: "EDITORIAL" },
    select: { id: true },
  });
  return created.id;
}

/**
 * Makes the demonstration accounts that do not exist yet, each with a random password.
 * @returns one line for each account made: the only place where its password stands in clear.
 */
export async function ensureDemonstrationPeople(tx: Transaction): Promise<string[]> {
  const lines: string[] = [];
  for (const { handle, name, role } of demonstrations) {
    const email = `${handle}@example.org`;
    const taken = await tx.user.findFirst({
      where: { OR: [{ handle }, { email }] },
      select: { id: true },
    });
    if (taken) continue;
    const password = randomBytes(15).toString("base64url");
    await tx.user.create({
      data: {
        handle,
        handleSkeleton: handleSkeleton(handle),
        name,
        email,
        emailVerifiedAt: new Date(),
        passwordHash: await hashPassword(password),
        role,
        kind: "DEMONSTRATION",
      },
      select: { id: true },
    });
    lines.push(`${name}: ${email} ${password}`);
  }
  return lines;
}
