import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { EmptyState } from "@/components/ui/empty-state";
import { Time } from "@/components/ui/time";
import type { QueueItem } from "@/lib/moderation/view";
import { routes } from "@/lib/routes";
import { BulkBar } from "./bulk-bar";

/**
 * What waits, a thing a block: what it is, what is said of it, how urgent it is. Several can be
 * ticked, to be decided together after a look at what would happen.
 */
export function QueueList({ items }: { items: readonly QueueItem[] }) {
  const t = useTranslations("moderation.queue");
  if (items.length === 0) return <EmptyState>{t("empty")}</EmptyState>;
  return (
    <form action={routes.bulkReview()} className="space-y-8">
      <ol>
        {items.map((item) => (
          <li key={item.review}>
            <article className="flex items-start gap-x-3 border-t border-hairline py-4">
              <label className="grid min-h-6 min-w-6 flex-none place-items-center">
                <input
                  type="checkbox"
                  name="pick"
                  value={`${item.review}.${item.version}`}
                  aria-label={t("pick", { title: item.title })}
                  className="choice"
                />
              </label>
              <div className="min-w-0">
                <Item item={item} />
              </div>
            </article>
          </li>
        ))}
      </ol>
      <BulkBar />
    </form>
  );
}

function Item({ item }: { item: QueueItem }) {
  const t = useTranslations("moderation");
  const kinds = useTranslations("suggestions.kind");
  const deleted = useTranslations("common")("deletedAccount");
  const { reasons } = item;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-xs text-muted">
        <span className="font-semibold text-ink">
          {item.cause === "FLAG" ? t(`target.${item.target}`) : t(`cause.${item.cause}`)}
        </span>
        {item.suggestion ? <span>{kinds(item.suggestion.kind)}</span> : null}
        {item.debate ? <bdi>{item.debate.title}</bdi> : null}
        <span>
          <bdi>{item.author?.name ?? deleted}</bdi>
        </span>
      </p>
      <h2 dir="auto" className="mt-1 font-serif text-lg leading-snug [overflow-wrap:anywhere]">
        <Anchor
          href={routes.review(item.review)}
          data-step=""
          className="no-underline hover:underline"
        >
          {item.title}
        </Anchor>
      </h2>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
        {reasons.map(({ reason, count }) => (
          <span key={reason} className="chip">
            {t(`reason.${reason}`)}
            {count > 1 ? <span className="tabular-nums">{count}</span> : null}
          </span>
        ))}
        <span className="tabular-nums">{t("queue.item.score", { score: item.score })}</span>
        <span>
          {t.rich("queue.item.since", {
            time: () => <Time value={item.openedAt} precision="minute" />,
          })}
        </span>
        <State item={item} />
      </p>
    </>
  );
}

/** What already happened to it: passed on, hidden at once, taken by somebody. */
function State({ item: { escalated, hiddenAtOnce, claimedBy } }: { item: QueueItem }) {
  const t = useTranslations("moderation.queue.item");
  const said = [
    escalated ? t("escalated") : null,
    hiddenAtOnce ? t("hidden") : null,
    claimedBy ? (claimedBy.mine ? t("mine") : t("claimed", { name: claimedBy.name })) : null,
  ];
  return said
    .filter((words) => words !== null)
    .map((words) => (
      <span key={words} className="font-semibold text-ink">
        {words}
      </span>
    ));
}
