"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormMessages } from "@/components/ui/form-messages";
import { idle } from "@/lib/actions/form-state";
import {
  markAllReadAction,
  markReadAction,
  openNotificationAction,
} from "@/lib/notifications/actions";
import type { Kind } from "@/lib/notifications/vocabulary";
import type { NotificationView } from "@/lib/notifications/view";
import { NotificationItem } from "./notification-item";

/** What a person was told. Unread ones are opened and marked by buttons: a link changes nothing. */
export function NotificationList({
  items,
  kind,
  until,
}: {
  items: readonly NotificationView[];
  /** The only kind that is shown. */
  kind?: Kind;
  /** When the list was read, ISO 8601: what comes later is not marked with the rest. */
  until: string;
}) {
  const t = useTranslations("notifications");
  const [one, mark] = useActionState(markReadAction, idle);
  const [opened, open] = useActionState(openNotificationAction, idle);
  const [all, markAll] = useActionState(markAllReadAction, idle);
  const state = [opened, all, one].find(({ status }) => status !== "idle") ?? idle;
  const count = state.result && "read" in state.result ? state.result.read : 0;
  const shown = state.status === "ok" ? { ...state, message: t("marked", { count }) } : state;
  return (
    <div className="max-w-measure space-y-4">
      <FormMessages state={shown} scope="notifications" />
      {items.some(({ read }) => !read) ? (
        <form action={markAll}>
          <input type="hidden" name="until" value={until} />
          {kind ? <input type="hidden" name="kind" value={kind} /> : null}
          <Button variant="quiet" size="small">
            {t(kind ? "markKindRead" : "markAllRead")}
          </Button>
        </form>
      ) : null}
      <ol className="border-b border-hairline">
        {items.map((item) => (
          <NotificationItem key={item.id} item={item} open={open} mark={mark} />
        ))}
      </ol>
    </div>
  );
}
