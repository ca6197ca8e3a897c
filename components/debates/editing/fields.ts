import { useTranslations } from "next-intl";
import { actorStances, certainties, type DebateStatus } from "@/lib/debates/schema";
import { debateLimits as limits, type BriefList } from "@/lib/debates/vocabulary";
import type { BriefFieldSpec } from "./brief-field";

type Place = { status: DebateStatus; adding: boolean };

const optional = true;

type More = Partial<BriefFieldSpec>;

const line = (name: string, label: string, more: More = {}): BriefFieldSpec => ({
  ...{ name, kind: "line", label, limit: limits.line },
  ...more,
});
const prose = (name: string, label: string, more: More = {}): BriefFieldSpec => ({
  ...{ name, kind: "prose", label, limit: limits.text },
  ...more,
});

/** The fields of the decision's form, in the order in which they are filled in. */
export function useDecisionFields(motionFixed: boolean): BriefFieldSpec[] {
  const t = useTranslations("editing.fields");
  const points = { hint: t("pointsHint"), limit: undefined, optional };
  const motion = { limit: limits.motion, hint: t("motionHint"), rows: 2 };
  const status = { limit: limits.line, hint: t("statusLineHint"), rows: 2 };
  return [
    line("title", t("title"), { limit: limits.title, hint: t("titleHint") }),
    ...(motionFixed ? [] : [prose("motion", t("motion"), motion)]),
    prose("motionNote", t("motionNote"), { optional }),
    line("headline", t("headline")),
    prose("summary", t("summary"), { limit: limits.summary, rows: 5 }),
    prose("statusLine", t("statusLine"), status),
    line("decidedBy", t("decidedBy")),
    line("reportedOn", t("reportedOn"), { limit: 10, hint: t("dateHint"), optional }),
    prose("affects", t("affects"), points),
    prose("scopeKnown", t("scopeKnown"), points),
    prose("scopeUnknown", t("scopeUnknown"), points),
    prose("readingNote", t("readingNote"), { optional }),
  ];
}

/** The fields of an item's form, in the order in which they are filled in. */
export function useItemFields(part: BriefList, place: Place): BriefFieldSpec[] {
  const t = useTranslations("editing.fields");
  const certainty = useCertainty(place);
  const stance = useStance();
  switch (part) {
    case "facts":
      return [
        prose("text", t("factText"), { hint: t("factTextHint") }),
        certainty,
        ...(place.adding || place.status === "DRAFT"
          ? []
          : [line("reason", t("reason"), { limit: limits.reason, hint: t("reasonHint") })]),
      ];
    case "actors":
      return [
        line("name", t("name")),
        line("role", t("role"), { optional }),
        stance,
        prose("summary", t("actorSummary")),
      ];
    case "timeline":
      return [
        line("date", t("date"), { limit: 10, hint: t("dateHint") }),
        prose("text", t("event")),
      ];
    case "questions":
      return [prose("text", t("question")), prose("whyItMatters", t("whyItMatters"), { optional })];
    case "glossary":
      return [line("term", t("term")), prose("definition", t("definition"))];
  }
}

/** A published fact can be struck; one that nobody has seen is edited or removed instead. */
function useCertainty({ status, adding }: Place): BriefFieldSpec {
  const t = useTranslations("editing.fields");
  const words = useTranslations("brief.certainty");
  const choices = certainties.filter(
    (value) => value !== "STRUCK" || (status !== "DRAFT" && !adding),
  );
  const options = choices.map((value) => ({ value, label: words(value) }));
  return { name: "certainty", kind: "choice", label: t("certainty"), options };
}

function useStance(): BriefFieldSpec {
  const t = useTranslations("editing.fields");
  const words = useTranslations("debates.stance");
  const options = actorStances.map((value) => ({ value, label: words(value) }));
  return { name: "stance", kind: "choice", label: t("stance"), options };
}
