import { randomBytes } from "node:crypto";
import type { Db, Prisma } from "@/lib/db/client";

type Wanted = Partial<Omit<Prisma.UserUncheckedCreateInput, "id">>;

/** A person nobody else in the database can be confused with: a member with a verified address. */
export async function createUser(db: Db, wanted: Wanted = {}) {
  const handle = wanted.handle ?? `person-${randomBytes(6).toString("hex")}`;
  return db.user.create({
    data: {
      handle,
      handleSkeleton: handle,
      name: "Ada Example",
      email: `${handle}@example.org`,
      emailVerifiedAt: new Date(),
      ...wanted,
    },
  });
}
