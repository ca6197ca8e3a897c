import "server-only";
import { argumentLimits } from "@/lib/arguments/vocabulary";
import { routes } from "@/lib/routes";
import { characterCount } from "@/lib/shared/text";
import { publicId } from "@/lib/shared/ids";
import type { Tree } from "./insert-tree";
import type { Place } from "./known";

const links = /\]\(argument:(\d{1,9}(?:\.\d{1,9}){0,31})\)/g;

/**
 * Gives links between the arguments of a file their addresses here, which are known only now: in
 * the bodies and in their former states.
 */
export async function linkArguments(place: Place, slug: string, tree: Tree): Promise<void> {
  const { tx, debateId } = place;
  const linked = { debateId, body: { contains: "](argument:" } };
  const bodies = await tx.argument.findMany({ where: linked, select: { id: true, body: true } });
  for (const { id, body } of bodies) {
    await tx.argument.update({
      where: { debateId_id: { debateId, id } },
      data: { body: withAddresses(body, debateId, slug, tree) },
      select: { id: true },
    });
  }
  const states = await tx.argumentRevision.findMany({
    where: linked,
    select: { argumentId: true, version: true, body: true },
  });
  for (const { argumentId, version, body } of states) {
    await tx.argumentRevision.update({
      where: { debateId_argumentId_version: { debateId, argumentId, version } },
      data: { body: withAddresses(body, debateId, slug, tree) },
      select: { version: true },
    });
  }
}

/** A link to an argument that is not there, or has no room, stays as it is. */
function withAddresses(body: string, debateId: number, slug: string, tree: Tree): string {
  const addressed = body.replace(links, (link, number: string) => {
    const target = tree.get(number);
    return target ? `](${routes.argument(slug, publicId({ debateId, id: target.id }))})` : link;
  });
  return characterCount(addressed) > argumentLimits.body ? body : addressed;
}
