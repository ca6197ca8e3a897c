"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { followDebateAction, unfollowDebateAction } from "@/lib/notifications/actions";

/** Follows a debate, or stops following it. For members only. */
export function FollowForm({ debate, following }: { debate: string; following: boolean }) {
  const t = useTranslations("notifications.follow");
  const [followed, follow] = useActionState(followDebateAction, idle);
  const [unfollowed, unfollow] = useActionState(unfollowDebateAction, idle);
  const refused = [followed, unfollowed].find(({ status }) => status === "error");
  return (
    <form
      action={following ? unfollow : follow}
      className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm"
    >
      {refused ? <FormMessages state={refused} scope="follow" /> : null}
      <input type="hidden" name="debate" value={debate} />
      <SubmitButton variant="quiet" size="small">
        {t(following ? "unfollow" : "follow")}
      </SubmitButton>
      <span role="status" className="text-xs text-muted">
        {t(following ? "following" : "hint")}
      </span>
    </form>
  );
}
