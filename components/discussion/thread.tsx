import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CommentView } from "@/lib/discussion/view";
import { CommentEntry } from "./comment-entry";

/** One thread: what began it, and the answers in the order they came, indented once. */
export function Thread({
  comments,
  slug,
  highlighted,
  form,
}: {
  comments: readonly CommentView[];
  slug: string;
  highlighted: string | undefined;
  /** The form for an answer, when one of these is being answered. */
  form: ReactNode;
}) {
  const t = useTranslations("discussion");
  const [first] = comments;
  if (!first) return null;
  const begins = first.id === first.threadId;
  const answers = begins ? comments.slice(1) : comments;
  const name = begins ? first.author?.name : undefined;
  return (
    <div
      role="group"
      aria-label={begins ? (name ? t("thread", { name }) : t("threadDeleted")) : t("continued")}
      className="border-t border-hairline pt-4"
    >
      {begins ? (
        <CommentEntry comment={first} slug={slug} highlighted={first.id === highlighted} />
      ) : (
        <p className="text-sm text-muted">{t("continued")}</p>
      )}
      {answers.length > 0 ? (
        <ol className="mt-4 space-y-4 border-s-3 border-hairline ps-4 sm:ps-6">
          {answers.map((answer) => (
            <li key={answer.id}>
              <CommentEntry comment={answer} slug={slug} highlighted={answer.id === highlighted} />
            </li>
          ))}
        </ol>
      ) : null}
      {form ? <div className="mt-6 border-s-3 border-ink ps-4 sm:ps-6">{form}</div> : null}
    </div>
  );
}
