import "server-only";
import { translator } from "@/lib/i18n/translator";
import { logUnexpected } from "@/lib/observability/log";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import { errorWords } from "@/lib/shared/wording";
import { whatTheyModerate } from "../queries/queue";
import type { DecideManyInput, Picked } from "../queue-schema";
import type { OneDecided } from "../queue-view";
import { decideReview } from "./decide-review";

/**
 * Decides several things alike, one after the other, each in its own transaction and as it was looked
 * at: one that cannot be decided keeps no other back.
 *
 * @returns what became of each, in the order given
 * @throws DomainError as `whatTheyModerate`
 */
export async function decideMany(
  actor: Actor,
  { pick, ...decision }: DecideManyInput,
): Promise<{ decided: OneDecided[] }> {
  await whatTheyModerate(actor);
  const decided: OneDecided[] = [];
  for (const picked of pick) decided.push(await decideOne(actor, picked, decision));
  return { decided };
}

async function decideOne(
  actor: Actor,
  { review, version }: Picked,
  decision: Omit<DecideManyInput, "pick">,
): Promise<OneDecided> {
  try {
    const input = { ...decision, review, version, privateNote: "" };
    const { entry } = await decideReview(actor, input);
    return { review, entry, refused: null };
  } catch (error) {
    return { review, entry: null, refused: refusalIn(error) };
  }
}

function refusalIn(error: unknown): NonNullable<OneDecided["refused"]> {
  const t = translator("errors");
  if (error instanceof DomainError) {
    const { code } = error;
    if (code === "STALE_VERSION") {
      return { code, message: translator("moderation")("bulk.changed") };
    }
    const [words] = Object.values(error.details.fields ?? {}).flat();
    return { code, message: words ?? errorWords(error, t) };
  }
  const reference = logUnexpected(error, "deciding several things");
  return { code: "UNEXPECTED", message: t("unexpected", { reference }) };
}
