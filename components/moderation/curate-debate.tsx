import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import type { DebateCuration } from "@/lib/moderation/queries/curation";
import { debateActs } from "@/lib/moderation/vocabulary";
import { CurateDebateForm } from "./curate-form";
import { Standing } from "./standing";

/** On a debate's history, for its editors and moderators: what they can do to it. */
export function CurateDebate({ slug, curation }: { slug: string; curation: DebateCuration }) {
  const t = useTranslations("moderation.life");
  const { can, standing, slowMinutes } = curation;
  return (
    <section className="mt-6 max-w-measure" data-no-print="">
      <Disclosure summary={t("debateTitle")}>
        <ul className="space-y-2 border-s-3 border-hairline ps-4">
          {debateActs.map((act) => {
            const permission = can[act];
            return (
              <li key={act}>
                <Disclosure name="curate" summary={t(`debate.${act}`)}>
                  {permission.granted ? (
                    <CurateDebateForm debate={slug} act={act} slowMinutes={slowMinutes} />
                  ) : (
                    <Standing refusal={permission} entry={standing[act]} />
                  )}
                </Disclosure>
              </li>
            );
          })}
        </ul>
      </Disclosure>
    </section>
  );
}
