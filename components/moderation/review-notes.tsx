import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import type { ReviewView } from "@/lib/moderation/view";
import { NoteForm } from "./note-form";

/** What moderators tell one another about a thing, and a line to answer in. */
export function ReviewNotes({ review }: { review: ReviewView }) {
  const t = useTranslations("moderation.notes");
  const deleted = useTranslations("common")("deletedAccount");
  return (
    <section className="max-w-measure space-y-4 text-sm">
      <h2 className="mb-2 border-t border-hairline pt-2 font-semibold">{t("title")}</h2>
      {review.notes.length > 0 ? (
        <ul className="space-y-3">
          {review.notes.map(({ by, text, at }) => (
            <li key={at + text}>
              <p className="text-muted">
                <bdi className="font-semibold text-ink">{by?.name ?? deleted}</bdi>
                {" · "}
                <Time value={at} precision="minute" />
              </p>
              <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
                {text}
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      <NoteForm review={review.review} count={review.notes.length} />
    </section>
  );
}
