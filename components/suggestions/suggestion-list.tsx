import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { EmptyState } from "@/components/ui/empty-state";
import { Time } from "@/components/ui/time";
import { routes } from "@/lib/routes";
import type { SuggestionItem } from "@/lib/suggestions/view";

/** What a person sent that waits or waited, a thing a block. */
export function SuggestionList({ items }: { items: readonly SuggestionItem[] }) {
  const t = useTranslations("suggestions");
  if (items.length === 0) return <EmptyState>{t("empty")}</EmptyState>;
  return (
    <ol className="max-w-measure">
      {items.map((item) => (
        <li key={item.id} className="border-t border-hairline py-4">
          <p className="flex flex-wrap gap-x-3 text-xs text-muted">
            <span className="font-semibold text-ink">{t(`status.${item.status}`)}</span>
            <span>{t(`kind.${item.kind}`)}</span>
            <bdi>{item.debate.title}</bdi>
            <Time value={item.createdAt} />
          </p>
          <Anchor
            href={routes.accountSuggestion(item.id)}
            dir="auto"
            className="mt-1 block font-serif text-lg leading-snug [overflow-wrap:anywhere]"
          >
            {item.title || t(`kind.${item.kind}`)}
          </Anchor>
          {item.answer && item.status !== "ACCEPTED" ? (
            <p dir="auto" className="mt-1 text-sm text-muted [overflow-wrap:anywhere]">
              {item.answer}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
