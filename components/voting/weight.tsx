import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { quietActionWith, quietRow } from "@/components/arguments/quiet-action";
import type { ArgumentView } from "@/lib/arguments/view";
import { routes } from "@/lib/routes";
import { useRefusalWords, type Refusal } from "@/components/ui/refusal-words";
import { Meter } from "./meter";
import { Weighing } from "./weighing";

/**
 * An argument's weight with the row of its actions. Who may not vote sees the same meter, and the
 * reason in place of the steps.
 * @param here where to come back to after signing in
 */
export function Weight({
  argument,
  here,
  children,
}: {
  argument: ArgumentView;
  here: string;
  children?: ReactNode;
}) {
  const { id, stance, votes, can } = argument;
  if (can.vote.granted) {
    const tally = { count: votes.count, mean: votes.mean, histogram: votes.histogram };
    return (
      <Weighing
        id={id}
        stance={stance}
        votes={tally}
        mine={argument.mine?.impact ?? null}
        asked={argument.mine?.asked ?? false}
      >
        {children}
      </Weighing>
    );
  }
  return (
    <>
      <Meter id={id} stance={stance} mean={votes.mean} count={votes.count} />
      <div className={quietRow}>
        <WhyNot refusal={can.vote} here={here} />
        {children}
      </div>
    </>
  );
}

function WhyNot({ refusal, here }: { refusal: Refusal; here: string }) {
  const t = useTranslations("voting");
  const words = useRefusalWords();
  return (
    <details className="open:order-first open:basis-full" data-no-print="">
      <summary className={quietActionWith("scale")}>{t("weigh")}</summary>
      <p className="mt-1 mb-3 max-w-md border-s-3 border-hairline ps-4 text-sm">
        {refusal.because === "SIGN_IN_REQUIRED" ? (
          <>
            {t("signInWhy")}
            <ButtonLink href={routes.signIn(here)} size="small" className="mt-2 flex w-fit">
              {t("signIn")}
            </ButtonLink>
          </>
        ) : (
          words(refusal)
        )}
      </p>
    </details>
  );
}
