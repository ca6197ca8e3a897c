"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { FormMessages } from "@/components/ui/form-messages";
import { Time } from "@/components/ui/time";
import { idle } from "@/lib/actions/form-state";
import { unfollowDebateAction } from "@/lib/notifications/actions";
import { mostNews } from "@/lib/notifications/vocabulary";
import type { FollowView } from "@/lib/notifications/view";
import { routes } from "@/lib/routes";

/** The debates somebody follows, each with a button that stops it. */
export function FollowList({ follows }: { follows: readonly FollowView[] }) {
  const t = useTranslations("notifications.account");
  const [state, act] = useActionState(unfollowDebateAction, idle);
  return (
    <div className="space-y-4">
      <FormMessages state={state} scope="follows" />
      {follows.length === 0 ? <p className="text-muted">{t("followedNone")}</p> : null}
      <ul>
        {follows.map((follow) => (
          <FollowRow key={follow.debate.slug} follow={follow} unfollow={act} />
        ))}
      </ul>
    </div>
  );
}

function FollowRow({
  follow,
  unfollow,
}: {
  follow: FollowView;
  unfollow: (form: FormData) => void;
}) {
  const t = useTranslations("notifications");
  const { debate, since, news: count } = follow;
  const many = count > mostNews ? "yes" : "no";
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-hairline py-3">
      <div className="min-w-0">
        <p className="font-semibold">
          <Anchor href={routes.debate(debate.slug)}>
            <bdi>{debate.title}</bdi>
          </Anchor>
        </p>
        <p className="text-sm text-muted">
          {t.rich("account.followedSince", { time: () => <Time value={since} /> })}
          {" · "}
          {t("account.followedNews", { count, many, most: mostNews })}
        </p>
      </div>
      <form action={unfollow}>
        <input type="hidden" name="debate" value={debate.slug} />
        <Button
          variant="quiet"
          size="small"
          aria-label={t("follow.unfollowLabel", { debate: debate.title })}
        >
          {t("follow.unfollow")}
        </Button>
      </form>
    </li>
  );
}
