import { useTranslations } from "next-intl";
import { SourceChip } from "@/components/arguments/source-chips";
import { Anchor } from "@/components/ui/anchor";
import { actorStances } from "@/lib/debates/schema";
import type { ActorView } from "@/lib/debates/view";
import { ActorStanceMark } from "./actor-stance";
import { DigestSection } from "./digest-section";

/** Who said what: names under what they say of the decision; a name opens its words. */
export function DigestActors({ actors, href }: { actors: readonly ActorView[]; href: string }) {
  const t = useTranslations("debates.digest");
  if (actors.length === 0) return null;
  return (
    <DigestSection
      title={t("actors")}
      aside={<Anchor href={href}>{t("allOf", { count: actors.length })}</Anchor>}
    >
      <dl className="mt-2 space-y-2">
        {actorStances.map((stance) => {
          const these = actors.filter((actor) => actor.stance === stance);
          if (these.length === 0) return null;
          return (
            <div key={stance} className="grid grid-cols-[7.5rem_1fr] gap-x-3">
              <dt className="pt-1 text-xs">
                <ActorStanceMark stance={stance} />
              </dt>
              <dd className="text-sm">
                {these.map((actor) => (
                  <ActorLine key={actor.id} actor={actor} />
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </DigestSection>
  );
}

function ActorLine({ actor }: { actor: ActorView }) {
  const { quotation } = actor;
  return (
    <details name="actor" className="group/actor">
      <summary className="min-h-6 underline decoration-hairline underline-offset-4 hover:decoration-ink">
        <bdi>{actor.name}</bdi>
      </summary>
      <div className="mb-3 space-y-1 border-s border-hairline ps-3">
        <p className="text-xs text-muted">{actor.role}</p>
        <p dir="auto">{actor.summary}</p>
        {quotation ? (
          <blockquote dir="auto" className="font-serif text-base">
            “{quotation.quotation}” <SourceChip scope={`actor-${actor.id}`} source={quotation} />
          </blockquote>
        ) : null}
      </div>
    </details>
  );
}
