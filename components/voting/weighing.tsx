"use client";

import { useTranslations } from "next-intl";
import {
  startTransition,
  useActionState,
  useOptimistic,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { quietActionWith, quietRow } from "@/components/arguments/quiet-action";
import { idle } from "@/lib/actions/form-state";
import type { Stance } from "@/lib/arguments/vocabulary";
import { voteAction } from "@/lib/voting/actions";
import { Meter } from "./meter";
import { recount, type Tally } from "./recount";
import { Steps } from "./steps";

type Vote = number | null;

/**
 * The meter of an argument and, folded below it, the five steps of a vote. A plain form without
 * JavaScript; with it the meter moves at once and goes back, with the reason, when refused.
 * `children` are the other actions of the row.
 */
export function Weighing({
  id,
  stance,
  votes,
  mine,
  asked,
  children,
}: {
  id: string;
  stance: Stance;
  votes: Tally;
  mine: Vote;
  /** The vote was given before the argument was changed. */
  asked: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("voting");
  const [state, send, pending] = useActionState(voteAction, idle);
  const [vote, showVote] = useOptimistic(mine);
  const tally = vote === mine ? votes : recount(votes, mine, vote);

  function weigh(event: FormEvent<HTMLFormElement>) {
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    if (!(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const form = new FormData(event.currentTarget, submitter);
    startTransition(() => {
      showVote(submitter.value === "withdraw" ? null : Number(submitter.value));
      send(form);
    });
  }

  return (
    <>
      <Meter id={id} stance={stance} mean={tally.mean} count={tally.count} />
      {asked && mine !== null && vote === mine && state.status !== "ok" ? (
        <AskedAgain id={id} vote={mine} send={send} weigh={weigh} />
      ) : null}
      <div className={quietRow}>
        <details className="open:order-first open:basis-full" name={`weigh-${id}`}>
          <summary className={quietActionWith("scale")}>
            {vote === null ? t("weigh") : t("weighed", { step: t(`steps.${vote}` as "steps.0") })}
          </summary>
          <form action={send} onSubmit={weigh} onKeyDown={chooseByKey} className="mt-1 mb-3">
            <input type="hidden" name="id" value={id} />
            <Steps stance={stance} chosen={vote} />
            <div className="text-sm" role="status">
              {state.status === "error" ? (
                <p className="font-semibold">{state.message}</p>
              ) : state.status === "ok" && !pending ? (
                <p>{announce(t, vote, tally)}</p>
              ) : null}
            </div>
          </form>
        </details>
        {children}
      </div>
    </>
  );
}

/** The vote was given before the argument was changed: one press says that it still holds. */
function AskedAgain({
  id,
  vote,
  send,
  weigh,
}: {
  id: string;
  vote: number;
  send: (form: FormData) => void;
  weigh: (event: FormEvent<HTMLFormElement>) => void;
}) {
  const t = useTranslations("voting");
  return (
    <form action={send} onSubmit={weigh} className="mt-2 border-s-3 border-hairline ps-3 text-sm">
      <input type="hidden" name="id" value={id} />
      <p>
        {t("asked.question", { step: t(`steps.${vote}` as "steps.0") })}{" "}
        <button name="impact" value={vote} className="button-link min-h-6">
          {t("asked.holds")}
        </button>
      </p>
      <p className="text-muted">{t("asked.or")}</p>
    </form>
  );
}

function announce(t: ReturnType<typeof useTranslations<"voting">>, vote: Vote, tally: Tally) {
  const now =
    tally.mean === null ? t("noVotesLeft") : t("now", { mean: tally.mean, count: tally.count });
  return vote === null
    ? t("withdrawn", { now })
    : t("counted", { step: t(`steps.${vote}` as "steps.0"), now });
}

/** Keys 0 to 4 press the step of that number while the focus is inside. */
function chooseByKey(event: KeyboardEvent<HTMLFormElement>) {
  if (!/^[0-4]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  const button = event.currentTarget.querySelector<HTMLButtonElement>(
    `button[name="impact"][value="${event.key}"]`,
  );
  if (!button) return;
  event.preventDefault();
  button.focus();
  event.currentTarget.requestSubmit(button);
}
