import { randomBytes } from "node:crypto";
import type { Db, Prisma } from "@/lib/db/client";
import { createUser } from "./create-user";

type Wanted = Partial<Omit<Prisma.DebateUncheckedCreateInput, "id">>;

/** An open debate without a brief, by a new person unless `createdById` says otherwise. */
export async function createDebate(db: Db, wanted: Wanted = {}) {
  return db.debate.create({
    data: {
      slug: `debate-${randomBytes(6).toString("hex")}`,
      title: "Should the library open on Sundays?",
      motion: "The library should open on Sundays.",
      status: "OPEN",
      openedAt: new Date(),
      ...wanted,
      createdById: wanted.createdById ?? (await createUser(db)).id,
    },
  });
}
