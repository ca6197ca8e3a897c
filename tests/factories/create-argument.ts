import type { Db } from "@/lib/db/client";
import {
  insertArgument,
  type InsertedArgument,
  type NewArgument,
} from "@/prisma/seed/insert-argument";
import { createUser } from "./create-user";

type Wanted = Partial<NewArgument> & { debateId: number };

/** One argument, below the motion and for it unless told otherwise, with its first revision. */
export async function createArgument(db: Db, wanted: Wanted): Promise<InsertedArgument> {
  const authorId = wanted.authorId ?? (await createUser(db)).id;
  return db.$transaction((tx) =>
    insertArgument(tx, {
      parentId: null,
      stance: "SUPPORT",
      title: "People who work all week could use it.",
      ...wanted,
      authorId,
    }),
  );
}

/** A wanted argument with the wanted replies below it. */
export type Branch = { stance: "SUPPORT" | "OPPOSE"; title?: string; replies?: readonly Branch[] };

/**
 * A whole tree by one author (a new person unless `authorId` says otherwise).
 * @returns the arguments in the order of their numbers.
 */
export async function createArguments(
  db: Db,
  tree: { debateId: number; authorId?: number; branches: readonly Branch[] },
): Promise<InsertedArgument[]> {
  const authorId = tree.authorId ?? (await createUser(db)).id;
  const made: InsertedArgument[] = [];
  const add = async (branches: readonly Branch[], parentId: number | null): Promise<void> => {
    for (const { stance, title = `Claim ${made.length + 1}.`, replies = [] } of branches) {
      const { debateId } = tree;
      const argument = await createArgument(db, { debateId, authorId, parentId, stance, title });
      made.push(argument);
      await add(replies, argument.id);
    }
  };
  await add(tree.branches, null);
  return made;
}
