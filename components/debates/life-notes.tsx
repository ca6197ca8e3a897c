import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Markdown } from "@/components/ui/markdown";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import type { DebateHead } from "@/lib/debates/view";
import { routes } from "@/lib/routes";

const notes = { DRAFT: "draftNote", CLOSED: "closedNote", ARCHIVED: "archivedNote" } as const;

/** What a reader has to know of a debate's life: that it is closed and what it came to, locked or slow. */
export function LifeNotes({ debate }: { debate: DebateHead }) {
  const t = useTranslations("debates");
  const { status, slug, conclusion, closedAt, locked, slowMinutes } = debate;
  const log = (
    <Anchor href={routes.modlog({ debate: slug })} className="whitespace-nowrap">
      {t("life.why")}
    </Anchor>
  );
  if (status !== "OPEN") {
    return (
      <>
        <Notice>{t(notes[status])}</Notice>
        {conclusion ? (
          <section aria-labelledby="conclusion-title" className="border-s-3 border-ink ps-4">
            <h2 id="conclusion-title" className="font-serif text-lg">
              {t("life.conclusion")}
            </h2>
            <Markdown topHeading={3} className="mt-2 max-w-measure">
              {conclusion}
            </Markdown>
            <p className="mt-2 text-xs text-muted">
              {closedAt ? t.rich("life.closed", { time: () => <Time value={closedAt} /> }) : null}{" "}
              {log}
            </p>
          </section>
        ) : null}
      </>
    );
  }
  if (locked) {
    return (
      <Notice>
        {t("life.locked")} {log}
      </Notice>
    );
  }
  return slowMinutes === null ? null : (
    <Notice>
      {t("life.slow", { minutes: slowMinutes })} {log}
    </Notice>
  );
}
