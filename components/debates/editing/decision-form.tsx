import { useTranslations } from "next-intl";
import type { DraftValues } from "@/lib/arguments/draft";
import type { EditingView } from "@/lib/debates/queries/editing";
import { routes } from "@/lib/routes";
import { useDecisionFields } from "./fields";
import { PartForm } from "./part-form";
import { decisionValues } from "./values";
import { useFormWords } from "./words";

/** What was decided, its scope, and the motion while it can still change. */
export function DecisionForm({
  editing: { debate, brief, can },
  draft,
  saved,
}: {
  editing: EditingView;
  draft: DraftValues | null;
  /** Which change was saved last from here: after it the form begins anew. */
  saved: string;
}) {
  const t = useTranslations("editing.fields");
  const motionFixed = !can.motion.granted;
  const { motion, ...rest } = decisionValues(debate, brief);
  return (
    <>
      {motionFixed ? (
        <div className="mb-6 max-w-measure border-s-3 border-hairline ps-4">
          <p className="text-xs font-semibold text-muted">{t("motionFixed")}</p>
          <p dir="auto" className="font-serif text-lg">
            {motion}
          </p>
        </div>
      ) : null}
      <PartForm
        key={saved}
        debate={debate.slug}
        version={debate.version}
        part="decision"
        fields={useDecisionFields(motionFixed)}
        values={motionFixed ? rest : { motion: motion ?? "", ...rest }}
        draft={draft}
        cites
        cancel={routes.debate(debate.slug)}
        words={useFormWords()}
      />
    </>
  );
}
