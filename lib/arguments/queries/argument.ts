import "server-only";
import { readingContext } from "@/lib/debates/queries/context";
import { parsePublicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import type { ArgumentPageView, ArgumentTeaser, ArgumentView } from "../view";
import { columnsOf, type ColumnsInput } from "./columns";
import { hydrate } from "./hydrate";
import { pathTo } from "./teasers";

/** One argument, archived ones included (they say so). Null when it is not there for this viewer. */
export async function getArgument(id: string, viewer: Viewer | null): Promise<ArgumentView | null> {
  const ref = parsePublicId(id);
  const context = ref && (await readingContext({ id: ref.debateId }, viewer));
  if (!context) return null;
  const [argument] = await hydrate([ref.id], context);
  return argument ?? null;
}

/** One argument's page: itself, its path to the motion, its pros and cons. */
export async function getArgumentPage(
  id: string,
  viewer: Viewer | null,
  input: ColumnsInput,
): Promise<ArgumentPageView | null> {
  const ref = parsePublicId(id);
  const context = ref && (await readingContext({ id: ref.debateId }, viewer));
  if (!context) return null;
  const [[argument], path, columns] = await Promise.all([
    hydrate([ref.id], context),
    pathTo(ref.debateId, ref.id),
    columnsOf(context, ref.id, input),
  ]);
  return argument ? { argument, path, columns } : null;
}

/** The arguments between the motion and this one. Null when it is not there for this viewer. */
export async function getPath(id: string, viewer: Viewer | null): Promise<ArgumentTeaser[] | null> {
  const argument = await getArgument(id, viewer);
  if (!argument) return null;
  const ref = parsePublicId(argument.id)!;
  return pathTo(ref.debateId, ref.id);
}
