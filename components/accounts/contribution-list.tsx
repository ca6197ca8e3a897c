import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { EmptyState } from "@/components/ui/empty-state";
import { ShowMore } from "@/components/ui/show-more";
import { Time } from "@/components/ui/time";
import type { ContributionView } from "@/lib/accounts/view";
import { routes } from "@/lib/routes";

/** What a member has written, newest first. `more` leads to the next part. */
export function ContributionList({
  items,
  empty,
  more,
}: {
  items: ContributionView[];
  empty: string;
  more: string | null;
}) {
  if (items.length === 0) return <EmptyState>{empty}</EmptyState>;
  return (
    <>
      <ol>
        {items.map((item) => (
          <Contribution key={`${item.kind} ${item.id}`} item={item} />
        ))}
      </ol>
      <ShowMore href={more} />
    </>
  );
}

function Contribution({ item }: { item: ContributionView }) {
  const t = useTranslations("accounts.member");
  const { debate, kind, title, excerpt } = item;
  const argument = (
    <Anchor href={routes.argument(debate.slug, item.argumentId)} dir="auto">
      {title}
    </Anchor>
  );
  const debateLink = <Anchor href={routes.debate(debate.slug)}>{debate.title}</Anchor>;
  return (
    <li className="border-t border-hairline py-4">
      {kind === "argument" ? (
        <h3 className="font-serif text-lg">{argument}</h3>
      ) : (
        <blockquote dir="auto" className="max-w-measure whitespace-pre-line">
          <Anchor
            href={routes.comment(debate.slug, item.argumentId, item.id)}
            className="no-underline hover:underline"
          >
            {excerpt}
          </Anchor>
        </blockquote>
      )}
      <p className="mt-1 text-sm text-muted">
        <Time value={item.createdAt} />
        {" · "}
        {kind === "argument"
          ? t.rich("in", { debate: () => debateLink })
          : t.rich("on", { argument: () => argument, debate: () => debateLink })}
      </p>
    </li>
  );
}
