"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormMessages } from "@/components/ui/form-messages";
import { Time } from "@/components/ui/time";
import { idle } from "@/lib/actions/form-state";
import { redeliverAction } from "@/lib/webhooks/actions";
import type { DeliveryView } from "@/lib/webhooks/view";

type Props = { webhookId: number; deliveries: DeliveryView[]; paused: boolean };

/** What was sent, how it ended, when it is tried next; what is over can be sent again. */
export function DeliveryList({ webhookId, deliveries, paused }: Props) {
  const t = useTranslations("webhooks.log");
  const [state, redeliver] = useActionState(redeliverAction, idle);
  const shown = state.status === "ok" ? { ...state, message: t("redelivered") } : state;
  return (
    <div className="space-y-4">
      <FormMessages state={shown} scope="log" />
      {deliveries.length === 0 ? <p className="text-muted">{t("empty")}</p> : null}
      <ul>
        {deliveries.map((delivery) => (
          <li
            key={delivery.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-hairline py-3"
          >
            <DeliveryWords delivery={delivery} />
            {delivery.status === "PENDING" || paused ? null : (
              <form action={redeliver}>
                <input type="hidden" name="webhookId" value={webhookId} />
                <input type="hidden" name="deliveryId" value={delivery.id} />
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={t("redeliverLabel", { event: delivery.event, id: delivery.id })}
                >
                  {t("redeliver")}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function DeliveryWords({ delivery }: { delivery: DeliveryView }) {
  const t = useTranslations("webhooks.log");
  const { event, status, attempts, responseStatus, note, lastAttemptAt, nextAttemptAt } = delivery;
  const at = (value: Date) => ({ time: () => <Time value={value} precision="minute" /> });
  return (
    <div>
      <p className="font-semibold">
        <code>{event}</code> · {t(`status.${status}`)}
      </p>
      <p className="text-sm text-muted">
        {t.rich("created", at(delivery.createdAt))}
        {" · "}
        {t("attempts", { count: attempts })}
        {responseStatus === null ? null : ` · ${t("answered", { status: responseStatus })}`}
        {lastAttemptAt ? <> · {t.rich("last", at(lastAttemptAt))}</> : null}
        {nextAttemptAt && attempts > 0 ? <> · {t.rich("next", at(nextAttemptAt))}</> : null}
      </p>
      {note === "" ? null : <p className="text-sm">{t(`note.${note}`)}</p>}
    </div>
  );
}
