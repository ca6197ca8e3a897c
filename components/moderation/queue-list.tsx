import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { EmptyState } from "@/components/ui/empty-state";
import type { QueueItem } from "@/lib/moderation/view";
import { routes } from "@/lib/routes";
import { Ago } from "./ago";
import { BulkBar } from "./bulk-bar";

/**
 * What waits, a thing a block: what it is, what is said of it, how urgent it is. Several can be
 * ticked, to be decided together after a look at what would happen.
 */
export function QueueList({ items }: { items: readonly QueueItem[] }) {
  const t = useTranslations("moderation.queue");
  if (items.length === 0) return <EmptyState>{t("empty")}</EmptyState>;
  return (
    <form action={routes.bulkReview()} className="group space-y-8">
      <ol>
        {items.map((item) => (
          <li key={item.review}>
            <article className="gap-x-6 border-t border-hairline py-3 focus-within:bg-wash sm:flex sm:items-start">
              <div className="flex min-w-0 flex-1 items-start gap-x-3">
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
              </div>
              <Urgency item={item} />
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
      <h2 dir="auto" className="font-serif text-base leading-snug [overflow-wrap:anywhere]">
        <Anchor
          href={routes.review(item.review)}
          data-step=""
          className="no-underline hover:underline lg:scroll-mb-40"
        >
          {item.title}
        </Anchor>
      </h2>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
        <span className="font-semibold text-ink">
          <What item={item} />
        </span>
        {reasons.map(({ reason, count }) => (
          <span key={reason} className="chip">
            {t(`reason.${reason}`)}
            {count > 1 ? <span className="tabular-nums">{count}</span> : null}
          </span>
        ))}
        {item.suggestion ? <span>{kinds(item.suggestion.kind)}</span> : null}
        {item.target === "PERSON" || item.ownerless ? null : (
          <bdi>{item.author?.name ?? deleted}</bdi>
        )}
        {item.debate ? (
          <bdi className="max-w-full truncate sm:max-w-80" title={item.debate.title}>
            {item.debate.title}
          </bdi>
        ) : null}
        <State item={item} />
      </p>
    </>
  );
}

/** How urgent it is, and for how long it waits. */
function Urgency({ item }: { item: QueueItem }) {
  const t = useTranslations("moderation.queue.item");
  return (
    <p className="flex-none text-xs text-muted max-sm:ms-9 max-sm:flex max-sm:gap-x-3 sm:w-32 sm:text-end">
      <span className="block tabular-nums">{t("score", { score: item.score })}</span>
      <Ago value={item.openedAt} />
    </p>
  );
}

/** What kind of thing it is, or why it waits. */
function What({ item: { cause, target, fact, ownerless } }: { item: QueueItem }) {
  const t = useTranslations("moderation");
  if (fact !== null) return t("target.FACT", { number: fact });
  if (ownerless) return t("target.BRIEF");
  return cause === "FLAG" ? t(`target.${target}`) : t(`cause.${cause}`);
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
