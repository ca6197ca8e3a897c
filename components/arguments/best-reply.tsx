import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { VoiceMark, voiceClasses } from "@/components/ui/voice-mark";
import { Meter } from "@/components/voting/meter";
import type { ArgumentTeaser } from "@/lib/arguments/view";

/** The strongest answer to an argument, and the way to all of them in place. */
export function BestReply({
  reply,
  count,
  href,
}: {
  reply: ArgumentTeaser;
  /** All live replies. */
  count: number;
  href: string;
}) {
  const t = useTranslations("arguments");
  return (
    <div className={clsx("mt-3 border-s-3 ps-3", voiceClasses[reply.stance].edge)}>
      <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-muted">
        <VoiceMark voice={reply.stance}>{t(`reply.${reply.stance}`)}</VoiceMark>
        <span className="tabular-nums">{reply.number}</span>
        {reply.votes.count > 0 ? (
          <Meter
            id={reply.id}
            stance={reply.stance}
            mean={reply.votes.mean}
            count={reply.votes.count}
            small
          />
        ) : null}
      </p>
      <p dir="auto" className="font-serif text-base leading-snug">
        {reply.title}
      </p>
      <Anchor href={href} scroll={false} className="inline-flex min-h-8 items-center text-xs">
        {t("allReplies", { count })}
      </Anchor>
    </div>
  );
}
