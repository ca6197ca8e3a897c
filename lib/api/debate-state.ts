import type { z } from "@hono/zod-openapi";
import { getBrief } from "@/lib/debates/queries/brief";
import { getDebate } from "@/lib/debates/queries/context";
import { balanceOf } from "@/lib/debates/queries/debates";
import { DomainError } from "@/lib/shared/errors";
import type { Viewer } from "@/lib/shared/viewer";
import type { debateJson } from "./shapes/debate";

type DebateJson = z.infer<typeof debateJson>;

/**
 * A debate with its brief, as `GET /debates/{slug}` answers it.
 * @throws DomainError NOT_FOUND
 */
export async function readDebate(slug: string, viewer: Viewer | null): Promise<DebateJson> {
  const debate = await getDebate(slug, viewer);
  if (!debate) throw new DomainError("NOT_FOUND");
  const [balance, brief] = await Promise.all([balanceOf(debate.id), getBrief(debate.id)]);
  return { ...debate, balance, brief };
}

/** What a change is compared with: the state that it was begun on. */
export function stateOf(debate: DebateJson) {
  return { current: debate, version: debate.version };
}
