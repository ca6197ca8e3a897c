"use client";

import { useTranslations } from "next-intl";
import { useActionState, type ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { FormMessages } from "@/components/ui/form-messages";
import { Status } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle, type FormState } from "@/lib/actions/form-state";
import { decideManyAction } from "@/lib/moderation/actions";
import type { BulkItem, OneDecided } from "@/lib/moderation/queue-view";
import type { BulkDecision } from "@/lib/moderation/queue-vocabulary";
import type { ModerationGround } from "@/lib/moderation/vocabulary";
import { routes } from "@/lib/routes";

type Wanted = { decision: BulkDecision; ground: ModerationGround; publicReason: string };

/** Everything that would be decided, and what cannot be and why; afterwards, what became of each. */
export function BulkForm({ items, wanted }: { items: readonly BulkItem[]; wanted: Wanted }) {
  const t = useTranslations("moderation.bulk");
  const [state, send] = useActionState(
    decideManyAction,
    idle as FormState<{ decided: OneDecided[] }>,
  );
  if (state.status === "ok" && state.result) {
    return <Results items={items} decided={state.result.decided} />;
  }
  const possible = items.filter(({ refused }) => refused === null);
  return (
    <form action={send} className="space-y-6">
      <FormMessages state={state} scope="bulk" />
      <ul>
        {items.map((item) => (
          <Line key={item.review} item={item}>
            {item.refused ?? t(`will.${wanted.decision}`)}
          </Line>
        ))}
      </ul>
      {possible.map(({ review, version }) => (
        <input key={review} type="hidden" name="pick" value={`${review}.${version}`} />
      ))}
      {Object.entries(wanted).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap items-center gap-6">
        {possible.length > 0 ? (
          <SubmitButton>{t("confirm", { count: possible.length })}</SubmitButton>
        ) : null}
        <Anchor href={routes.moderation()}>{t("back")}</Anchor>
      </div>
    </form>
  );
}

function Line({ item, children }: { item: BulkItem; children: ReactNode }) {
  return (
    <li className="border-t border-hairline py-3">
      <p dir="auto" className="font-serif [overflow-wrap:anywhere]">
        <Anchor href={routes.review(item.review)}>{item.title}</Anchor>
      </p>
      <p className="mt-1 text-sm text-muted">
        {item.author ? (
          <>
            <bdi>{item.author}</bdi>
            {" · "}
          </>
        ) : null}
        {children}
      </p>
    </li>
  );
}

function Results({
  items,
  decided,
}: {
  items: readonly BulkItem[];
  decided: readonly OneDecided[];
}) {
  const t = useTranslations("moderation.bulk");
  const of = new Map(decided.map((one) => [one.review, one]));
  const done = decided.filter(({ entry }) => entry !== null).length;
  return (
    <div className="space-y-6">
      <Status>{t("done", { done, not: items.length - done })}</Status>
      <ul>
        {items.map((item) => {
          const { entry, refused } = of.get(item.review) ?? { entry: null, refused: null };
          return (
            <Line key={item.review} item={item}>
              {entry === null ? (
                t("notDone", { why: refused?.message ?? item.refused ?? "" })
              ) : (
                <Anchor href={routes.modlogEntry(entry)}>{t("entry", { entry })}</Anchor>
              )}
            </Line>
          );
        })}
      </ul>
      <Anchor href={routes.moderation()}>{t("back")}</Anchor>
    </div>
  );
}
