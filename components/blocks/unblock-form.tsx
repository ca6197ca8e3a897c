"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormMessages } from "@/components/ui/form-messages";
import { idle } from "@/lib/actions/form-state";
import { unblockAction } from "@/lib/blocks/actions";

/** Ends a block. */
export function UnblockForm({ handle, name }: { handle: string; name: string }) {
  const t = useTranslations("blocks");
  const [state, send] = useActionState(unblockAction, idle);
  return (
    <form action={send}>
      <FormMessages state={state} scope={`unblock-${handle}`} />
      <input type="hidden" name="handle" value={handle} />
      <Button variant="quiet" size="small" aria-label={t("unblockNamed", { name })}>
        {t("unblock")}
      </Button>
    </form>
  );
}
