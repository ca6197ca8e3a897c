"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormMessages } from "@/components/ui/form-messages";
import { Notice } from "@/components/ui/notice";
import { resendVerificationAction } from "@/lib/accounts/actions";
import { idle } from "@/lib/actions/form-state";

/** Says that the address is not confirmed, and sends the link again. */
export function VerificationNotice({ email }: { email: string }) {
  const t = useTranslations("accounts.account");
  const [state, act] = useActionState(resendVerificationAction, idle);
  const shown = state.status === "ok" ? { ...state, message: t("resent", { email }) } : state;
  return (
    <Notice title={t("unconfirmed", { email })}>
      <form action={act} className="mt-2 space-y-2">
        <FormMessages state={shown} scope="verification" />
        <Button variant="link">{t("resend")}</Button>
      </form>
    </Notice>
  );
}
