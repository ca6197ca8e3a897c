import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { VoiceMark } from "@/components/ui/voice-mark";
import type { ArgumentTeaser, ArgumentView } from "@/lib/arguments/view";
import type { DebateHead } from "@/lib/debates/view";
import { routes } from "@/lib/routes";

/** The way from the motion to an argument, and what it answers, in words. */
export function ArgumentPath({
  debate,
  path,
  argument,
}: {
  debate: DebateHead;
  path: readonly ArgumentTeaser[];
  argument: ArgumentView;
}) {
  const t = useTranslations("arguments.page");
  const parent = path.at(-1);
  return (
    <>
      <Breadcrumbs
        label={t("path")}
        crumbs={[
          { href: routes.debate(debate.slug), label: t("motion") },
          ...path.map((step) => ({
            href: routes.argument(debate.slug, step.id),
            label: step.number,
          })),
          { label: argument.number },
        ]}
      />
      <p className="mt-4 max-w-measure border-s border-hairline ps-4 text-sm text-muted">
        <span className="block text-xs font-semibold">
          {parent ? t("answers") : t("answersMotion")}
        </span>
        <Anchor
          dir="auto"
          href={parent ? routes.argument(debate.slug, parent.id) : routes.debate(debate.slug)}
          className="font-serif text-base text-ink"
        >
          {parent ? <ParentTitle parent={parent} /> : debate.motion}
        </Anchor>
      </p>
    </>
  );
}

function ParentTitle({ parent }: { parent: ArgumentTeaser }) {
  const voice = useTranslations("common.voice");
  return (
    <>
      <VoiceMark voice={parent.stance} bare className="me-1.5 text-xs">
        {voice(parent.stance)}
      </VoiceMark>
      {parent.title}
    </>
  );
}
