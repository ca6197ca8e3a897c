import { useTranslations } from "next-intl";
import { ActorStanceMark } from "@/components/debates/actor-stance";
import type { ActorView } from "@/lib/debates/view";
import { Citations } from "./citations";
import { BriefSection } from "./section";

/** Who said what: name, role, where they stand, and their exact words where they are known. */
export function People({ actors }: { actors: readonly ActorView[] }) {
  const t = useTranslations("brief");
  if (actors.length === 0) return null;
  return (
    <BriefSection id="actors" title={t("sections.people")} lead={t("stanceNote")}>
      <ul>
        {actors.map((actor) => (
          <Person key={actor.id} actor={actor} />
        ))}
      </ul>
    </BriefSection>
  );
}

function Person({ actor }: { actor: ActorView }) {
  return (
    <li
      id={`person-${actor.id}`}
      className="border-t border-hairline py-5 first:border-t-0 first:pt-0"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 dir="auto" className="font-serif text-lg">
          {actor.name}
        </h3>
        <ActorStanceMark stance={actor.stance} className="text-xs" />
      </div>
      <p dir="auto" className="text-sm text-muted">
        {actor.role}
      </p>
      <p dir="auto" className="mt-2">
        {actor.summary}
      </p>
      {actor.quotation ? <Quotation quotation={actor.quotation} /> : null}
      <Citations scope={`person-${actor.id}`} sources={actor.sources} />
    </li>
  );
}

function Quotation({ quotation }: { quotation: NonNullable<ActorView["quotation"]> }) {
  const t = useTranslations("brief");
  return (
    <figure className="mt-3 border-s-3 border-hairline ps-4" data-keep-together="">
      <blockquote cite={quotation.url ?? undefined} dir="auto" className="font-serif text-lg">
        “{quotation.quotation}”
      </blockquote>
      <figcaption className="mt-1 text-xs text-muted">
        <a href={`#S${quotation.number}`}>
          {t("quotedFrom", {
            publisher: quotation.publisher || quotation.title,
            number: quotation.number,
          })}
        </a>
        {quotation.note ? <span className="block">{quotation.note}</span> : null}
      </figcaption>
    </figure>
  );
}
