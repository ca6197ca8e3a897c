"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormMessages } from "@/components/ui/form-messages";
import { Time } from "@/components/ui/time";
import { revokeTokenAction } from "@/lib/accounts/actions";
import type { TokenView } from "@/lib/accounts/view";
import { idle } from "@/lib/actions/form-state";

/** A person's tokens by name, each with a button that makes it worthless. */
export function TokenList({ tokens }: { tokens: TokenView[] }) {
  const t = useTranslations("accounts.tokens");
  const [state, act] = useActionState(revokeTokenAction, idle);
  const shown = state.status === "ok" ? { ...state, message: t("revoked") } : state;
  return (
    <div className="space-y-4">
      <FormMessages state={shown} scope="tokens" />
      {tokens.length === 0 ? <p className="text-muted">{t("empty")}</p> : null}
      <ul>
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} revoke={act} />
        ))}
      </ul>
    </div>
  );
}

function TokenRow({ token, revoke }: { token: TokenView; revoke: (form: FormData) => void }) {
  const t = useTranslations("accounts.tokens");
  const format = useFormatter();
  const { lastUsedAt } = token;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-hairline py-3">
      <div>
        <p className="font-semibold">
          <bdi>{token.name}</bdi>
        </p>
        <p className="text-sm text-muted">
          {t("may", { scopes: format.list(token.scopes) })}
          {" · "}
          {t.rich("made", { time: () => <Time value={token.createdAt} /> })}
          {" · "}
          {lastUsedAt
            ? t.rich("used", { time: () => <Time value={lastUsedAt} precision="minute" /> })
            : t("neverUsed")}
        </p>
      </div>
      <form action={revoke}>
        <input type="hidden" name="tokenId" value={token.id} />
        <Button variant="quiet" size="small" aria-label={t("revokeLabel", { name: token.name })}>
          {t("revoke")}
        </Button>
      </form>
    </li>
  );
}
