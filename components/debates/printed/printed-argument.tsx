import clsx from "clsx";
import { useTranslations } from "next-intl";
import { ArgumentLabel } from "@/components/arguments/argument-label";
import { Byline } from "@/components/ui/byline";
import { Markdown } from "@/components/ui/markdown";
import { Time } from "@/components/ui/time";
import { voiceClasses } from "@/components/ui/voice-mark";
import { Meter } from "@/components/voting/meter";
import type { ArgumentView } from "@/lib/arguments/view";
import { routes } from "@/lib/routes";

/** How far an answer stands in, by its depth; deeper ones stand below the last. */
const indents = ["", "ms-3 sm:ms-6", "ms-6 sm:ms-12", "ms-9 sm:ms-18", "ms-12 sm:ms-24"];
const headings = ["h4", "h5", "h6"] as const;

/** An argument on paper: everything open, and nothing to press. */
export function PrintedArgument({ argument }: { argument: ArgumentView }) {
  const { stance, number, title, body, author, votes } = argument;
  const depth = number.split(".").length - 1;
  const Heading = headings[Math.min(depth, headings.length - 1)]!;
  return (
    <article
      className={clsx(
        "mt-5 border-s-3 ps-4",
        voiceClasses[stance].edge,
        indents[Math.min(depth, indents.length - 1)],
      )}
    >
      <ArgumentLabel stance={stance} number={number} />
      <Heading
        dir="auto"
        className={clsx("mt-0.5 font-serif font-semibold", depth === 0 ? "text-lg" : "text-base")}
      >
        {title}
      </Heading>
      {body ? (
        <Markdown topHeading={6} compact className="mt-2">
          {body}
        </Markdown>
      ) : null}
      <PrintedGrounds argument={argument} />
      <div className="mt-2 flex flex-wrap items-center gap-x-4">
        <Meter stance={stance} mean={votes.mean} count={votes.count} small />
        <Byline name={author?.name} href={author ? routes.member(author.handle) : undefined}>
          <Time value={argument.createdAt} className="normal-nums" />
        </Byline>
      </div>
    </article>
  );
}

/** Sources with the words that are quoted; facts by their numbers, for they stand in the brief. */
function PrintedGrounds({ argument: { facts, sources } }: { argument: ArgumentView }) {
  const t = useTranslations("debates");
  const label = useTranslations("exchange.print")("restsOn");
  if (facts.length === 0 && sources.length === 0) return null;
  return (
    <ul aria-label={label} className="mt-2 max-w-measure space-y-1 text-sm">
      {sources.map(({ number, quotation, publisher, title }) => (
        <li key={`S${number}`}>
          <a href={`#S${number}`} className="tabular-nums">
            [{number}]
          </a>{" "}
          <span dir="auto">{quotation ? `“${quotation}”` : publisher || title}</span>
        </li>
      ))}
      {facts.map(({ id, number, certainty }) => (
        <li key={`F${id}`}>
          <a href={`#F${number}`}>{t("fact", { number })}</a>
          {" · "}
          <span className={certainty === "DISPUTED" ? "disputed" : undefined}>
            {t(`certainty.${certainty}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
