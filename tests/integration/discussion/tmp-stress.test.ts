import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { castVote } from "@/lib/voting/commands/cast-vote";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
it("stress", async () => {
  const people = await Promise.all(Array.from({ length: 30 }, async () => { const u = await createUser(db); return { id: u.id, handle: u.handle, name: u.name, role: u.role, emailVerified: true }; }));
  const fails: Record<string, number> = {};
  for (let round = 0; round < 8; round++) {
    const { id: debateId } = await createDebate(db);
    const argument = await createArgument(db, { debateId });
    const work = people.flatMap((p, i) => [
      () => createArgument(db, { debateId, parentId: argument.id, authorId: p.id }),
      () => castVote(people[(i + 7) % 30]!, { id: argument, impact: i % 5 }),
      () => postComment(people[(i + 15) % 30]!, { argumentId: argument, body: "My first words here" }),
    ]);
    const results = await Promise.allSettled(work.map((w) => w()));
    for (const r of results) if (r.status === "rejected") { const m = String((r.reason as Error).message).split("\n").slice(-3).join(" ").slice(0, 160); fails[m] = (fails[m] ?? 0) + 1; }
  }
  console.log(fails);
}, 120000);
