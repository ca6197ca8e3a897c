"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import type { FormState } from "@/lib/actions/form-state";
import {
  moderationGrounds,
  moderationLimits,
  type ModerationGround,
} from "@/lib/moderation/vocabulary";

/** Which review is decided, in which state it was looked at, and what was left for later. */
export type ReviewIds = { review: number; version: number; after: number | undefined };

export function ReviewIdFields({ review, version, after }: ReviewIds) {
  return (
    <>
      <input type="hidden" name="review" value={review} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="after" value={after ?? ""} />
    </>
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
  return (
    <Select
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
 * The reason in public: the usual words until others were typed. One field throughout: made anew at
 * the first letter it would lose the focus, and the letters after it would be keys.
 */
export function ReasonField({
  state,
  scope,
  label,
  hint,
  usual,
}: Field & { hint: string; usual: string }) {
  const [own, setOwn] = useState<string>();
  return (
    <TextArea
      scope={scope}
      name="publicReason"
      label={label}
      hint={hint}
      errors={state.fieldErrors?.publicReason}
      limit={moderationLimits.publicReason}
      rows={3}
      value={own ?? state.values?.publicReason ?? usual}
      onChange={(event) => setOwn(event.currentTarget.value)}
      required
    />
  );
}
