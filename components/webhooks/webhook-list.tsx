import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Time } from "@/components/ui/time";
import { routes } from "@/lib/routes";
import type { WebhookView } from "@/lib/webhooks/view";
import { WebhookState } from "./state";

/** A person's webhooks, each leading to its page with the log. */
export function WebhookList({ webhooks }: { webhooks: WebhookView[] }) {
  const t = useTranslations("webhooks");
  if (webhooks.length === 0) return <p className="text-muted">{t("empty")}</p>;
  return (
    <ul>
      {webhooks.map((webhook) => (
        <li key={webhook.id} className="border-t border-hairline py-3">
          <p className="font-semibold [overflow-wrap:anywhere]">
            <Anchor href={routes.accountWebhook(webhook.id)}>
              <bdi>{webhook.url}</bdi>
            </Anchor>
          </p>
          <p className="text-sm text-muted">
            <WebhookState {...webhook} />
            {" · "}
            {t("about", { debate: webhook.debate?.title ?? t("form.allDebates") })}
            {" · "}
            {t.rich("since", { time: () => <Time value={webhook.createdAt} /> })}
          </p>
        </li>
      ))}
    </ul>
  );
}
