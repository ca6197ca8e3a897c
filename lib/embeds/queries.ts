import "server-only";
import { getArgument } from "@/lib/arguments/queries/argument";
import { sideTotals } from "@/lib/arguments/queries/siblings";
import { pathTo, strongestRoots } from "@/lib/arguments/queries/teasers";
import { db } from "@/lib/db/client";
import { getDebate } from "@/lib/debates/queries/context";
import { parsePublicId } from "@/lib/shared/ids";
import { shareOfImpact } from "@/lib/voting/rules";
import type { ArgumentEmbed, DebateEmbed } from "./view";

/** A debate as anybody sees it. Null for a draft, whoever asks, and when there is none. */
export async function getDebateEmbed(slug: string): Promise<DebateEmbed | null> {
  const debate = await getDebate(slug, null);
  if (!debate) return null;
  const [{ SUPPORT, OPPOSE }, strongest, brief] = await Promise.all([
    sideTotals(debate.id, null),
    strongestRoots(debate.id),
    db.brief.findUnique({ where: { debateId: debate.id }, select: { statusLine: true } }),
  ]);
  return {
    debate,
    balance: {
      support: SUPPORT.total,
      oppose: OPPOSE.total,
      share: shareOfImpact(SUPPORT, OPPOSE),
    },
    statusLine: brief?.statusLine ?? "",
    strongest,
  };
}

/** An argument as anybody sees it, also when it is archived. Null when nobody but editors may. */
export async function getArgumentEmbed(id: string): Promise<ArgumentEmbed | null> {
  const ref = parsePublicId(id);
  const argument = ref ? await getArgument(id, null) : null;
  if (!ref || !argument) return null;
  const [debate, path] = await Promise.all([
    getDebate(argument.debate, null),
    pathTo(ref.debateId, ref.id),
  ]);
  return debate ? { debate, argument, answers: path.at(-1) ?? null } : null;
}
