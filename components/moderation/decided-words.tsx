"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, useState } from "react";
import { Anchor } from "@/components/ui/anchor";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import type { FormState } from "@/lib/actions/form-state";
import type { SavedReply } from "@/lib/moderation/queue-view";
import { putReply, type Written } from "@/lib/moderation/replies";
import {
  moderationGrounds,
  moderationLimits,
  type ModerationGround,
} from "@/lib/moderation/vocabulary";
import { routes } from "@/lib/routes";
import { SavedReplySelect } from "./saved-reply-select";

/** Which review is decided, in which state it was looked at, and what was left for later. */
export type ReviewIds = { review: number; version: number; after: number | undefined };

/** The moderator's own words, to be put into the reason. */
export type WithReplies = { replies: readonly SavedReply[] };

export function ReviewIdFields({ review, version, after }: ReviewIds) {
  return (
    <>
      <input type="hidden" name="review" value={review} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="after" value={after ?? ""} />
    </>
  );
}

/** The way to what somebody else decided meanwhile. */
export function DecidedElsewhere({ state, review }: { state: FormState; review: number }) {
  const t = useTranslations("moderation.review");
  if (state.status !== "error" || state.code !== "REVIEW_DECIDED") return null;
  return (
    <p className="text-sm">
      <Anchor href={routes.review(review)}>{t("decidedElsewhere")}</Anchor>
    </p>
  );
}

type Field = { state: FormState; scope: string; label: string };

/** The ground of a decision. */
export function GroundSelect({
  state,
  scope,
  label,
  value,
  choose,
  without,
}: Field & {
  value: ModerationGround;
  choose: (ground: ModerationGround) => void;
  /** Not a ground of this decision. */
  without?: ModerationGround;
}) {
  const grounds = useTranslations("moderation.reason");
  const box = useRef<HTMLSelectElement>(null);
  // Once a form was answered, React resets its fields; a controlled select would show its first option.
  useLayoutEffect(() => {
    if (box.current) box.current.value = value;
  }, [state, value]);
  return (
    <Select
      ref={box}
      scope={scope}
      name="ground"
      label={label}
      errors={state.fieldErrors?.ground}
      value={value}
      onChange={(event) => choose(event.currentTarget.value as ModerationGround)}
      options={moderationGrounds
        .filter((ground) => ground !== without)
        .map((ground) => ({ value: ground, label: grounds(ground) }))}
    />
  );
}

/**
 * The reason in public: the usual words until others were typed or a saved reply was chosen. One field
 * throughout: made anew at the first letter it would lose the focus, and the letters after it would be
 * keys.
 */
export function ReasonField({
  state,
  scope,
  label,
  hint,
  usual,
  replies,
}: Field & WithReplies & { hint: string; usual: string }) {
  const [written, setWritten] = useState<Written>({ own: undefined });
  const own = written.own ?? state.values?.publicReason;
  return (
    <>
      <SavedReplySelect
        replies={replies}
        scope={scope}
        choose={(text) => setWritten(putReply({ ...written, own }, text))}
      />
      <TextArea
        scope={scope}
        name="publicReason"
        label={label}
        hint={hint}
        errors={state.fieldErrors?.publicReason}
        limit={moderationLimits.publicReason}
        rows={3}
        value={own ?? usual}
        onChange={({ currentTarget: { value } }) => setWritten({ ...written, own: value })}
        required
      />
    </>
  );
}
