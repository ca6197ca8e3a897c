import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import type { Refusal } from "@/components/ui/refusal-words";
import { RefusedNotice } from "@/components/ui/refused-notice";
import type { DraftValues } from "@/lib/arguments/draft";
import type { Stance } from "@/lib/arguments/vocabulary";
import { ComposerFrame } from "./composer-frame";
import { keptForm } from "./kept-draft";
import { KeptWords } from "./kept-words";

type Props = {
  debate: string;
  parent: { id: string; number: string } | null;
  stance: Stance | null;
  refusal: Refusal;
  /** The member's unsent words, kept on the server. */
  draft: DraftValues | null;
  /** This page without it. */
  cancel: string;
};

/** In place of the form: why this reader cannot send it now, and what they had written. */
export function RefusedComposer({ debate, parent, stance, refusal, draft, cancel }: Props) {
  const t = useTranslations("arguments.form");
  return (
    <ComposerFrame parent={parent} stance={stance}>
      <RefusedNotice className="mt-3" refusal={refusal} />
      <KeptWords form={keptForm(debate, parent?.id ?? null)} stored={draft} />
      <p className="mt-4">
        <Anchor href={cancel} scroll={false} className="inline-flex min-h-8 items-center text-sm">
          {t("refusedBack")}
        </Anchor>
      </p>
    </ComposerFrame>
  );
}
