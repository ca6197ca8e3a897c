import { useTranslations } from "next-intl";
import type { OpenQuestionView } from "@/lib/debates/view";
import { Citations } from "./citations";
import { BriefSection } from "./section";

/** What nobody knows yet, and why it matters. */
export function Questions({ questions }: { questions: readonly OpenQuestionView[] }) {
  const t = useTranslations("brief");
  if (questions.length === 0) return null;
  return (
    <BriefSection id="open-questions" title={t("sections.questions")}>
      <ol>
        {questions.map((question) => (
          <li
            key={question.id}
            id={`question-${question.id}`}
            className="border-t border-hairline py-5 first:border-t-0 first:pt-0"
          >
            <h3 dir="auto" className="font-serif text-lg">
              {question.text}
            </h3>
            <p dir="auto" className="mt-1">
              <span className="font-semibold">{t("whyItMatters")}.</span> {question.whyItMatters}
            </p>
            <Citations scope={`question-${question.id}`} sources={question.sources} />
          </li>
        ))}
      </ol>
    </BriefSection>
  );
}
