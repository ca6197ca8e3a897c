"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormMessages } from "@/components/ui/form-messages";
import { disconnectAction } from "@/lib/accounts/actions";
import { idle } from "@/lib/actions/form-state";
import { routes } from "@/lib/routes";

type Provider = { id: string; name: string; connected: boolean };

/** The outside accounts a person can sign in with: connect and disconnect. */
export function ProviderList({ providers }: { providers: Provider[] }) {
  const t = useTranslations("accounts.providers");
  const [state, act] = useActionState(disconnectAction, idle);
  const shown = state.status === "ok" ? { ...state, message: t("disconnected") } : state;
  return (
    <div className="space-y-4">
      <FormMessages state={shown} scope="providers" />
      <ul className="space-y-3">
        {providers.map(({ id, name, connected }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2">
            {connected ? (
              <>
                <span>{t("connected", { provider: name })}</span>
                <form action={act}>
                  <input type="hidden" name="provider" value={id} />
                  <Button variant="quiet" size="small">
                    {t("disconnect", { provider: name })}
                  </Button>
                </form>
              </>
            ) : (
              <form method="post" action={routes.handlers.signInWith()}>
                <input type="hidden" name="provider" value={id} />
                <input type="hidden" name="next" value={routes.account()} />
                <Button variant="quiet" size="small">
                  {t("connect", { provider: name })}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
