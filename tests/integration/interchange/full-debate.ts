import fc from "fast-check";
import { archiveArgument } from "@/lib/arguments/commands/archive-argument";
import { editArgument } from "@/lib/arguments/commands/edit-argument";
import { linkArgument } from "@/lib/arguments/commands/link-argument";
import { markArgument } from "@/lib/arguments/commands/mark-argument";
import { mergeArguments } from "@/lib/arguments/commands/merge-arguments";
import { moveArgument } from "@/lib/arguments/commands/move-argument";
import { submitArgument } from "@/lib/arguments/commands/submit-argument";
import {
  linkArgumentSchema,
  markArgumentSchema,
  mergeArgumentsSchema,
  moveArgumentSchema,
} from "@/lib/arguments/curation-schema";
import { editArgumentSchema, submitArgumentSchema } from "@/lib/arguments/schema";
import { db } from "@/lib/db/client";
import { deleteComment } from "@/lib/discussion/commands/delete-comment";
import { parsePublicId } from "@/lib/shared/ids";
import { seed } from "@/prisma/seed/seed";
import { castVotes } from "@/tests/factories/cast-votes";
import { createComment } from "@/tests/factories/create-comment";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

/** The seeded debate after people have argued, edited, archived, voted, commented, deleted and left. */
export async function fullDebate(randomSeed: number): Promise<{ id: number; slug: string }> {
  await seed(process.env.DATABASE_URL!, { demo: false, log: () => undefined });
  const debate = await db.debate.findFirstOrThrow({ where: { featured: true } });
  const random = fc.sample(fc.integer({ min: 0, max: 1_000_000 }), {
    seed: randomSeed,
    numRuns: 400,
  });
  const pick = (below: number) => random.pop()! % below;
  const authors = await Promise.all(
    ["Ada Example", "Björn Åkesson", "田中 花子"].map((name) =>
      createUser(db, { name, createdAt: new Date("2026-01-01") }),
    ),
  );
  const roots = await db.argument.findMany({
    where: { debateId: debate.id },
    orderBy: { path: "asc" },
  });
  for (let count = 0; count < 12; count += 1) {
    const author = authors[pick(3)]!;
    const parent = roots[pick(roots.length)]!;
    const made = await submitArgument(
      asViewer(author),
      submitArgumentSchema.parse({
        debate: debate.slug,
        parentId: pick(3) === 0 ? null : `${debate.id}-${parent.id}`,
        stance: pick(2) ? "SUPPORT" : "OPPOSE",
        title: `A claim made by chance, number ${count}: “quoted” \\ <b> =1+1 𝄞`,
        body: pick(2) ? "Reasons.\n\nMore than one paragraph, and a list:\n\n- one\n- two" : "",
        sources: pick(2)
          ? [
              {
                title: "A report",
                url: `https://example.org/${count % 4}`,
                published: "2025-03",
                quotation: "“Words”",
              },
            ]
          : [],
      }),
    );
    const id = parsePublicId(made.id)!;
    if (pick(2))
      await editArgument(
        asViewer(author),
        editArgumentSchema.parse({
          id: made.id,
          version: 1,
          title: "Said better.",
          reason: "Clearer",
        }),
      );
    const { version } = await db.argument.findUniqueOrThrow({ where: { debateId_id: id } });
    if (count % 4 === 1)
      await archiveArgument(asViewer(author), { id, version, reason: "Said twice" });
    await castVotes(
      db,
      id,
      Array.from({ length: pick(5) }, () => pick(5)),
    );
    if (pick(2)) await discuss(id, authors[pick(3)]!);
  }
  await curate(debate.id);
  await leave(authors[2]!.id);
  const { id: factId } = await db.fact.findFirstOrThrow({ where: { debateId: debate.id } });
  await db.factCorrection.create({
    data: {
      debateId: debate.id,
      factId,
      formerText: "It was so.",
      formerCertainty: "REPORTED",
      reason: "A better source",
    },
  });
  return { id: debate.id, slug: debate.slug };
}

async function discuss(
  { debateId, id }: { debateId: number; id: number },
  author: { id: number; handle: string; name: string },
) {
  const first = await createComment(db, { debateId, argumentId: id, authorId: author.id });
  const second = await createComment(db, { debateId, argumentId: id, replyToId: first.id });
  await createComment(db, {
    debateId,
    argumentId: id,
    replyToId: second.id,
    body: "And\nmore @editors",
  });
  const { status } = await db.argument.findUniqueOrThrow({
    where: { debateId_id: { debateId, id } },
  });
  if (status === "LIVE")
    await deleteComment(asViewer(author), {
      id: { debateId, id: first.id },
      version: 1,
    } as Parameters<typeof deleteComment>[1]);
}

/** As erasing the account leaves it. */
async function leave(userId: number) {
  await db.user.update({
    where: { id: userId },
    data: {
      status: "ERASED",
      handle: `deleted-${userId}`,
      handleSkeleton: `deleted-${userId}`,
      name: "Deleted account",
      email: null,
      about: "",
    },
  });
}

/** Moves, merges, marks and links some of the first arguments, as moderators do. */
async function curate(debateId: number) {
  const moderator = asViewer(await createUser(db, { role: "MODERATOR" }));
  const roots = await db.argument.findMany({
    where: { debateId, parentId: null, status: "LIVE" },
    orderBy: { path: "asc" },
    select: { id: true },
  });
  const [first, second, third, fourth] = roots.slice(2).map(({ id }) => `${debateId}-${id}`);
  const publicReason = "It belongs there.";
  const place = { to: second, stance: "OPPOSE", publicReason };
  await moveArgument(moderator, moveArgumentSchema.parse({ id: first, ...place }));
  await linkArgument(moderator, linkArgumentSchema.parse({ id: third, ...place }));
  await mergeArguments(
    moderator,
    mergeArgumentsSchema.parse({ id: fourth, into: third, publicReason }),
  );
  const marks = ["UNCLEAR", "UNSUPPORTED"];
  await markArgument(moderator, markArgumentSchema.parse({ id: second, marks, publicReason }));
}
