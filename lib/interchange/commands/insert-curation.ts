import "server-only";
import type { Bundle } from "../bundle";
import type { Tree } from "./insert-tree";
import type { Place } from "./known";

/** What curators did to arguments: marks, merges and references, once all of them are there. */
export async function curateAsBefore(place: Place, bundle: Bundle, tree: Tree): Promise<void> {
  const { tx, debateId } = place;
  for await (const { number, status, marks, mergedInto, links = [] } of bundle.arguments()) {
    const { id } = tree.get(number)!;
    const merged = mergedInto !== undefined && mergedInto !== number && status === "ARCHIVED";
    const into = merged ? tree.get(mergedInto)!.id : undefined;
    if (marks || into !== undefined) {
      await tx.argument.update({
        where: { debateId_id: { debateId, id } },
        data: {
          ...(marks ? { marks } : {}),
          ...(into === undefined ? {} : { mergedIntoId: into, curated: true }),
        },
        select: { id: true },
      });
    }
    if (links.length === 0) continue;
    await tx.argumentLink.createMany({
      data: links
        .filter(({ below }) => below !== number)
        .map(({ below, stance }) => ({
          ...{ debateId, argumentId: id, stance },
          parentId: below === null ? null : tree.get(below)!.id,
        })),
      skipDuplicates: true,
    });
  }
}
