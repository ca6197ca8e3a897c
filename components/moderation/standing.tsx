import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useRefusalWords, type Refusal } from "@/components/ui/refusal-words";
import { routes } from "@/lib/routes";

/** Why something cannot be done, with the entry where what stands can be taken back. */
export function Standing({ refusal, entry }: { refusal: Refusal; entry: number | undefined }) {
  const t = useTranslations("moderation.life");
  const words = useRefusalWords();
  return (
    <p className="text-sm text-muted">
      {words(refusal)}
      {entry === undefined ? null : (
        <>
          {" "}
          <Anchor href={routes.modlogEntry(entry)}>{t("standing", { entry })}</Anchor>
        </>
      )}
    </p>
  );
}
