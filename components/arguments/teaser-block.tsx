import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { VoiceMark, voiceClasses } from "@/components/ui/voice-mark";
import { Meter } from "@/components/voting/meter";
import type { ArgumentTeaser } from "@/lib/arguments/view";
import { routes } from "@/lib/routes";

/** The strongest argument of a side, as the front page shows it. */
export function ArgumentTeaserBlock({
  slug,
  argument,
  strongest,
}: {
  slug: string;
  argument: ArgumentTeaser;
  /** Both sides have been weighed, so that the strongest of each can be named. */
  strongest: boolean;
}) {
  const t = useTranslations("home");
  const { stance, votes } = argument;
  return (
    <section className={clsx("border-s-3 ps-4", voiceClasses[stance].edge)}>
      <p className="text-sm">
        <VoiceMark voice={stance}>
          {t(strongest ? `strongest.${stance}` : `first.${stance}`)}
        </VoiceMark>
      </p>
      <h2 dir="auto" className="mt-2 font-serif text-xl leading-[1.2]">
        <Anchor href={routes.argument(slug, argument.id)} className="no-underline hover:underline">
          {argument.title}
        </Anchor>
      </h2>
      <p className="mt-3">
        <Meter stance={stance} mean={votes.mean} count={votes.count} />
      </p>
    </section>
  );
}
