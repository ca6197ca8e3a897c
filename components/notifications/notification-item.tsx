"use client";

import clsx from "clsx";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { detail, sentence, subject } from "@/lib/notifications/wording";
import type { NotificationView } from "@/lib/notifications/view";
import { routes } from "@/lib/routes";

type Act = (form: FormData) => void;

/**
 * One notification: what happened, what it is about, when and where. Unread ones say "New" and
 * stand behind an edge; their sentence is a button that marks and leads on.
 */
export function NotificationItem({
  item,
  open,
  mark,
}: {
  item: NotificationView;
  open: Act;
  mark: Act;
}) {
  const t = useTranslations("notifications");
  const what = useSentence(item);
  const about = subject(item, t);
  const more = detail(item, t);
  const { debate } = item;
  return (
    <li
      className={clsx(
        "grid gap-1 border-t border-hairline py-4",
        item.read ? "ps-[calc(1rem+3px)]" : "border-s-3 border-s-ink ps-4",
      )}
    >
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {item.read ? null : <span className="chip font-semibold">{t("unread")}</span>}
        <Way item={item} what={what} open={open} />
      </div>
      {about ? (
        <p dir="auto" className="font-serif">
          {about}
        </p>
      ) : null}
      {more ? (
        <p dir="auto" className="text-sm text-muted [overflow-wrap:anywhere]">
          {more}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-muted">
          <Time value={item.at} precision="minute" />
          {debate ? (
            <span>{t.rich("in", { debate: () => <DebateLink debate={debate} /> })}</span>
          ) : null}
        </p>
        {item.read ? null : (
          <form action={mark}>
            <input type="hidden" name="id" value={item.id} />
            <Button variant="link" size="small" aria-label={t("markReadLabel", { what })}>
              {t("markRead")}
            </Button>
          </form>
        )}
      </div>
    </li>
  );
}

function useSentence(item: NotificationView): string {
  const t = useTranslations("notifications");
  const format = useFormatter();
  const date = (at: Date) =>
    format.dateTime(at, { day: "numeric", month: "long", year: "numeric" });
  return sentence(item, t, date);
}

/** The way to the place: a link once read, before that a button that also marks it. */
function Way({ item, what, open }: { item: NotificationView; what: string; open: Act }) {
  const link = useRef<HTMLAnchorElement>(null);
  const wasUnread = useRef(!item.read);
  useEffect(() => {
    // The button that was pressed is gone: the keyboard goes on from the same place.
    const lost = document.activeElement === document.body;
    if (item.read && wasUnread.current && lost) link.current?.focus();
    wasUnread.current = !item.read;
  }, [item.read]);
  if (item.read) {
    return (
      <Anchor ref={link} href={item.href} dir="auto">
        {what}
      </Anchor>
    );
  }
  return (
    <form action={open}>
      <input type="hidden" name="id" value={item.id} />
      <Button variant="link" dir="auto" className="text-start font-semibold">
        {what}
      </Button>
    </form>
  );
}

function DebateLink({ debate }: { debate: NonNullable<NotificationView["debate"]> }) {
  return (
    <Anchor href={routes.debate(debate.slug)} className="inline-block min-h-6">
      <bdi>{debate.title}</bdi>
    </Anchor>
  );
}
