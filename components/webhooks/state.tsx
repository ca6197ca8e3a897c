import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Time } from "@/components/ui/time";
import { routes } from "@/lib/routes";
import type { Rest, WebhookView } from "@/lib/webhooks/view";

type Props = Pick<WebhookView, "disabledAt" | "disabledReason" | "failingSince" | "rested">;

/** Whether a webhook is sent to, and if not, why; and when nothing was sent lately. */
export function WebhookState({ rested, ...state }: Props) {
  const now = <Now {...state} />;
  return rested ? (
    <>
      {now} · <Rested {...rested} />
    </>
  ) : (
    now
  );
}

function Now({ disabledAt, disabledReason, failingSince }: Omit<Props, "rested">) {
  const t = useTranslations("webhooks.state");
  if (disabledAt) return <strong>{t(disabledReason === "" ? "paused" : disabledReason)}</strong>;
  if (!failingSince) return <span>{t("active")}</span>;
  return (
    <strong>
      {t.rich("failing", { time: () => <Time value={failingSince} precision="minute" /> })}
    </strong>
  );
}

/** While its owner could not sign in, it heard of nothing. */
function Rested({ from, until, entry }: Rest) {
  const t = useTranslations("webhooks.state");
  return (
    <>
      {t.rich(until ? "rested" : "rests", {
        from: () => <Time value={from} precision="minute" />,
        until: () => (until ? <Time value={until} precision="minute" /> : null),
      })}{" "}
      <Anchor href={routes.modlogEntry(entry)}>{t("why", { entry })}</Anchor>
    </>
  );
}
