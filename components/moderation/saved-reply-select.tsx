"use client";

import { useTranslations } from "next-intl";
import { Field, fieldId } from "@/components/ui/field";
import type { SavedReply } from "@/lib/moderation/queue-view";

/**
 * Puts a saved reply into the reason. It is not sent with the form: it has no name. Without scripts the
 * replies stand there to be copied.
 */
export function SavedReplySelect({
  replies,
  scope,
  choose,
}: {
  replies: readonly SavedReply[];
  scope: string;
  /** The words; empty when none is chosen. */
  choose: (text: string) => void;
}) {
  const t = useTranslations("moderation.replies");
  if (replies.length === 0) return null;
  const name = "savedReply";
  return (
    <>
      <div data-needs-script="">
        <Field name={name} scope={scope} label={t("select")}>
          <select
            id={fieldId(name, scope)}
            className="control"
            onChange={({ currentTarget: { value } }) =>
              choose(replies.find(({ reply }) => String(reply) === value)?.text ?? "")
            }
          >
            <option value="">{t("none")}</option>
            {replies.map((reply) => (
              <option key={reply.reply} value={reply.reply}>
                {reply.name}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <noscript>
        <details className="text-sm">
          <summary className="w-fit font-medium">{t("copy")}</summary>
          <ul className="mt-2 space-y-2">
            {replies.map(({ reply, name: title, text }) => (
              <li key={reply}>
                <bdi className="font-semibold">{title}</bdi>
                <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
                  {text}
                </p>
              </li>
            ))}
          </ul>
        </details>
      </noscript>
    </>
  );
}
