import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { bulkDecisions } from "@/lib/moderation/queue-vocabulary";
import { moderationGrounds, moderationLimits } from "@/lib/moderation/vocabulary";

/** One decision for everything ticked; the next page shows what would happen. */
export function BulkBar() {
  const t = useTranslations("moderation");
  return (
    <fieldset className="border-t border-ink bg-paper pt-2 pb-4 lg:group-has-[[name=pick]:checked]:sticky lg:group-has-[[name=pick]:checked]:bottom-0">
      <legend className="sr-only">{t("bulk.title")}</legend>
      <p aria-hidden="true" className="text-lg font-semibold">
        {t("bulk.title")}
      </p>
      <p className="mt-1 max-w-measure text-sm text-muted lg:group-has-[[name=pick]:checked]:sr-only">
        {t("bulk.lead")}
      </p>
      <div className="mt-3 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[10rem_16rem_1fr_auto]">
        <Select
          scope="bulk"
          name="decision"
          label={t("review.form.decision")}
          options={bulkDecisions.map((value) => ({ value, label: t(`review.form.${value}`) }))}
        />
        <Select
          scope="bulk"
          name="ground"
          label={t("review.form.ground")}
          options={[
            { value: "", label: t("bulk.chooseGround") },
            ...moderationGrounds.map((value) => ({ value, label: t(`reason.${value}`) })),
          ]}
          required
        />
        <div className="sm:col-span-2 lg:col-span-1">
          <TextField
            scope="bulk"
            name="publicReason"
            label={t("review.form.publicReason")}
            minLength={3}
            maxLength={moderationLimits.publicReason}
            autoComplete="off"
            required
          />
        </div>
        <Button variant="quiet" className="justify-self-start">
          {t("bulk.preview")}
        </Button>
      </div>
    </fieldset>
  );
}
