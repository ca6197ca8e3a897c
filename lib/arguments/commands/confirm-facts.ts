import "server-only";
import type { Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
import { limit } from "@/lib/limits/limit";
import { affected } from "@/lib/live/tags";
import { publicId } from "@/lib/shared/ids";
import type { Actor } from "@/lib/shared/viewer";
import { canConfirmFacts } from "../rules";
import type { ConfirmFactsInput } from "../schema";
import { lockForChange } from "./change";

/**
 * Says that an argument still holds after facts it cites were corrected. A correction made since
 * they were looked at is not confirmed with them.
 *
 * @throws DomainError NOT_FOUND, STALE_VERSION, or the refusal of `canConfirmFacts`
 */
export async function confirmFacts(
  actor: Actor,
  input: ConfirmFactsInput,
): Promise<{ id: string; debate: string }> {
  await limit("changes", actor.id);
  const { debateId, id: argumentId } = input.id;
  const work = async (tx: Transaction) => {
    const { slug } = await lockForChange(tx, actor, input, canConfirmFacts);
    for (const { id: factId, version } of input.facts) {
      await tx.$executeRaw`
        UPDATE argument_facts c SET checked_version = ${version}
        FROM facts f
        WHERE c.debate_id = ${debateId} AND c.argument_id = ${argumentId} AND c.fact_id = ${factId}
          AND f.debate_id = c.debate_id AND f.id = c.fact_id
          AND ${version} BETWEEN c.checked_version AND f.version`;
    }
    return { id: publicId(input.id), debate: slug };
  };
  return writing(affected.contribution(debateId, actor.handle), work);
}
