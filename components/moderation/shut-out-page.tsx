import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { FormMessages } from "@/components/ui/form-messages";
import { PageHeading } from "@/components/ui/heading";
import { Notice, Status } from "@/components/ui/notice";
import { RefusedNotice } from "@/components/ui/refused-notice";
import { TextArea } from "@/components/ui/text-area";
import { Time } from "@/components/ui/time";
import type { FormState } from "@/lib/actions/form-state";
import type { ShutOutView } from "@/lib/moderation/queries/sanctions";
import { moderationLimits } from "@/lib/moderation/vocabulary";
import { routes } from "@/lib/routes";

type Props = { view: ShutOutView; pass: string; state: FormState; done: boolean };

/** Each sanction with its reason, and the form that asks another moderator to look at it. */
export function ShutOutPage({ view, pass, state, done }: Props) {
  const t = useTranslations("moderation.shutOut");
  return (
    <>
      <PageHeading lead={t("lead", { name: view.name })}>{t("title")}</PageHeading>
      {done ? <Status>{t("done")}</Status> : null}
      {view.sanctions.map((sanction) => (
        <section key={sanction.entry} className="space-y-4">
          <Notice
            title={t.rich(sanction.kind, {
              time: () =>
                sanction.until ? <Time value={sanction.until} precision="minute" /> : null,
            })}
          >
            <p dir="auto" className="whitespace-pre-line">
              {sanction.reason}
            </p>
            <p>
              <Anchor href={routes.modlogEntry(sanction.entry)}>
                {t("entry", { entry: sanction.entry })}
              </Anchor>
            </p>
          </Notice>
          {sanction.appeal.granted ? (
            <AppealOutside entry={sanction.entry} pass={pass} state={state} />
          ) : done ? null : (
            <RefusedNotice refusal={sanction.appeal} />
          )}
        </section>
      ))}
      {view.webhooks > 0 ? <p>{t("webhooks", { count: view.webhooks })}</p> : null}
    </>
  );
}

function AppealOutside({ entry, pass, state }: { entry: number; pass: string; state: FormState }) {
  const t = useTranslations("moderation.appeal");
  return (
    <form method="post" action={routes.handlers.appeal()} className="space-y-4">
      <FormMessages state={state} scope={`appeal-${entry}`} />
      <input type="hidden" name="entry" value={entry} />
      <input type="hidden" name="pass" value={pass} />
      <TextArea
        scope={`appeal-${entry}`}
        name="text"
        label={t("text")}
        hint={t("hint")}
        errors={state.fieldErrors?.text}
        defaultValue={state.values?.text}
        limit={moderationLimits.appeal}
        rows={4}
        required
      />
      <Button>{t("submit")}</Button>
    </form>
  );
}
