"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormMessages } from "@/components/ui/form-messages";
import { Time } from "@/components/ui/time";
import { endOtherSessionsAction, endSessionAction } from "@/lib/accounts/actions";
import { describeDevice } from "@/lib/accounts/devices";
import type { SessionView } from "@/lib/accounts/view";
import { idle } from "@/lib/actions/form-state";
import { routes } from "@/lib/routes";

/** Every browser a person is signed in with; each can be signed out, or all others at once. */
export function SessionList({ sessions }: { sessions: SessionView[] }) {
  const t = useTranslations("accounts.sessions");
  const [one, endOne] = useActionState(endSessionAction, idle);
  const [others, endOthers] = useActionState(endOtherSessionsAction, idle);
  const state = others.status === "idle" ? one : others;
  const count = state.result?.ended ?? 0;
  const shown = state.status === "ok" ? { ...state, message: t("ended", { count }) } : state;
  return (
    <div className="space-y-4">
      <FormMessages state={shown} scope="sessions" />
      <ul>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} end={endOne} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form action={endOthers}>
          <Button variant="quiet">{t("endOthers")}</Button>
        </form>
      ) : null}
    </div>
  );
}

function SessionRow({ session, end }: { session: SessionView; end: (form: FormData) => void }) {
  const t = useTranslations("accounts.sessions");
  const { browser, system } = describeDevice(session.device);
  const device = browser && system ? t("device", { browser, system }) : (browser ?? t("unknown"));
  const label = t("endLabel", { device });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-hairline py-3">
      <div>
        <p className="font-semibold">
          {device}
          {session.current ? (
            <span className="font-normal text-muted"> · {t("current")}</span>
          ) : null}
        </p>
        <p className="text-sm text-muted">
          {t.rich("since", { time: () => <Time value={session.createdAt} /> })}
          {" · "}
          {t.rich("lastSeen", {
            time: () => <Time value={session.lastSeenAt} precision="minute" />,
          })}
        </p>
      </div>
      {session.current ? (
        <form method="post" action={routes.handlers.signOut()}>
          <Button variant="quiet" size="small" aria-label={label}>
            {t("end")}
          </Button>
        </form>
      ) : (
        <form action={end}>
          <input type="hidden" name="sessionId" value={session.id} />
          <Button variant="quiet" size="small" aria-label={label}>
            {t("end")}
          </Button>
        </form>
      )}
    </li>
  );
}
