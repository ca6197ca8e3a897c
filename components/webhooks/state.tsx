import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import type { WebhookView } from "@/lib/webhooks/view";

type Props = Pick<WebhookView, "disabledAt" | "disabledReason" | "failingSince">;

/** Whether a webhook is sent to, and if not, why. */
export function WebhookState({ disabledAt, disabledReason, failingSince }: Props) {
  const t = useTranslations("webhooks.state");
  if (disabledAt) return <strong>{t(disabledReason === "" ? "paused" : disabledReason)}</strong>;
  if (!failingSince) return <span>{t("active")}</span>;
  return (
    <strong>
      {t.rich("failing", { time: () => <Time value={failingSince} precision="minute" /> })}
    </strong>
  );
}
