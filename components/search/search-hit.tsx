import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { VoiceMark } from "@/components/ui/voice-mark";
import { plainText } from "@/lib/search/marked-text";
import type { SearchHit } from "@/lib/search/view";
import { Marked } from "./marked";

/** One thing that was found: what it is, what it is called, where the words stand, and in which debate. */
export function SearchHitEntry({ hit }: { hit: SearchHit }) {
  const t = useTranslations("search");
  const { kind, title, snippet, number, stance, href, debate } = hit;
  return (
    <article>
      <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-muted">
        {stance && kind === "ARGUMENT" ? (
          <VoiceMark voice={stance}>{t(`stance.${stance}`)}</VoiceMark>
        ) : null}
        <span>{t(kind === "COMMENT" ? "commentOn" : `kind.${kind}`)}</span>
        {number ? <span className="tabular-nums">{number}</span> : null}
      </p>
      <h3 dir="auto" className="mt-0.5 font-serif text-lg">
        <Anchor href={href} className="no-underline hover:underline">
          <Marked text={title} />
        </Anchor>
      </h3>
      {snippet.length > 0 ? (
        <p dir="auto" className="mt-1 text-sm">
          <Marked text={snippet} />
          {/[.!?)”"]\s*$/u.test(plainText(snippet)) ? null : " …"}
        </p>
      ) : null}
      {kind === "DEBATE" ? null : (
        <p className="mt-1 text-xs text-muted">
          {t.rich("in", { debate: () => <bdi>{debate.title}</bdi> })}
        </p>
      )}
    </article>
  );
}
