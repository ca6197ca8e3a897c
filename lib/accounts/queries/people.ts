import "server-only";
import { db } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import type { SiteRole } from "@/lib/shared/viewer";
import { personKinds } from "../vocabulary";

/** What whoever runs the site sees of an account. */
export type PersonView = {
  id: number;
  handle: string;
  name: string;
  email: string | null;
  emailVerified: boolean;
  role: SiteRole;
  status: "ACTIVE" | "DISABLED" | "ERASED";
  createdAt: Date;
};

const shown = {
  id: true,
  handle: true,
  name: true,
  email: true,
  emailVerifiedAt: true,
  role: true,
  status: true,
  createdAt: true,
} as const;

type Row = Omit<PersonView, "emailVerified"> & { emailVerifiedAt: Date | null };

function asPerson({ emailVerifiedAt, ...person }: Row): PersonView {
  return { ...person, emailVerified: emailVerifiedAt !== null };
}

/** Accounts that somebody can sign in to, in the order they were made. For the command line. */
export async function listPeople(wanted: {
  role?: SiteRole;
  status?: PersonView["status"];
  /** Those after this id. */
  after: number;
  limit: number;
}): Promise<PersonView[]> {
  const { role, status, after, limit } = wanted;
  const rows = await db.user.findMany({
    where: {
      kind: { in: [...personKinds] },
      id: { gt: after },
      ...(role ? { role } : {}),
      ...(status ? { status } : {}),
    },
    select: shown,
    orderBy: { id: "asc" },
    take: limit,
  });
  return rows.map(asPerson);
}

/**
 * One account and what hangs on it. For the command line.
 * @throws DomainError NOT_FOUND
 */
export async function getPerson(email: string) {
  const found = await db.user.findFirst({
    where: { email, kind: { in: [...personKinds] } },
    select: {
      ...shown,
      identities: { select: { provider: true }, orderBy: { provider: "asc" } },
      _count: {
        select: {
          sessions: { where: { expiresAt: { gt: new Date() } } },
          personalTokens: { where: { revokedAt: null } },
          arguments: true,
          comments: true,
          votes: true,
        },
      },
    },
  });
  if (!found) throw new DomainError("NOT_FOUND");
  const { identities, _count, ...person } = found;
  return {
    ...asPerson(person),
    providers: identities.map(({ provider }) => provider),
    ..._count,
  };
}
