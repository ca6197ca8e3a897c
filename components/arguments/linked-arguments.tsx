import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { VoiceMark } from "@/components/ui/voice-mark";
import type { ArgumentTeaser } from "@/lib/arguments/view";
import { routes } from "@/lib/routes";

/** Arguments that stand elsewhere in the tree and bear on this too: references, nothing more. */
export function LinkedArguments({
  links,
  debate,
}: {
  links: readonly ArgumentTeaser[];
  debate: string;
}) {
  const t = useTranslations("arguments.links");
  const voice = useTranslations("common.voice");
  if (links.length === 0) return null;
  return (
    <section aria-labelledby="links-title" style={{ order: 1_000_000 }} className="col-span-full">
      <h3 id="links-title" className="text-sm font-semibold">
        {t("title")}
      </h3>
      <ul className="mt-2 space-y-2">
        {links.map(({ id, stance, number, title }) => (
          <li key={id}>
            <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-muted">
              <VoiceMark voice={stance}>{voice(stance)}</VoiceMark>
              <span className="tabular-nums">{t("place", { number })}</span>
            </p>
            <Anchor href={routes.argument(debate, id)} dir="auto" className="font-serif">
              {title}
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  );
}
