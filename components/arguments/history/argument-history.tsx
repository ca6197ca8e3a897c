import { useTranslations } from "next-intl";
import { Byline } from "@/components/ui/byline";
import { Time } from "@/components/ui/time";
import type { RevisionView } from "@/lib/arguments/queries/revisions";
import { routes } from "@/lib/routes";
import { Difference } from "./difference";

/** Every version of an argument, newest first, each with what it changed of the one before. */
export function ArgumentHistory({ revisions }: { revisions: readonly RevisionView[] }) {
  const t = useTranslations("arguments.history");
  const curator = useTranslations("modlog.by");
  return (
    <ol className="max-w-measure space-y-10">
      {revisions.map((revision, index) => {
        const before = revisions[index + 1];
        return (
          <li
            key={revision.version}
            id={`v${revision.version}`}
            className="border-t border-ink pt-2"
          >
            <h2 className="text-base">
              {t("version", { version: revision.version })}, {t(`change.${revision.change}`)}
            </h2>
            <Byline
              name={
                revision.editor?.name ??
                (revision.byCurator ? curator("DEBATE_MODERATOR") : undefined)
              }
              href={
                revision.editor && !revision.editor.editorial
                  ? routes.member(revision.editor.handle)
                  : undefined
              }
            >
              <Time value={revision.createdAt} precision="minute" />
            </Byline>
            {revision.reason ? (
              <p dir="auto" className="mt-1 text-sm">
                {t("reason", { reason: revision.reason })}
              </p>
            ) : null}
            <Words revision={revision} before={before} />
          </li>
        );
      })}
    </ol>
  );
}

function Words({ revision, before }: { revision: RevisionView; before?: RevisionView }) {
  const t = useTranslations("arguments.history");
  const changed = !before || before.title !== revision.title || before.body !== revision.body;
  return (
    <>
      {changed ? (
        <>
          <p dir="auto" className="mt-3 font-serif text-lg">
            <Difference before={before?.title} after={revision.title} />
          </p>
          <p dir="auto" className="mt-2 text-sm whitespace-pre-line">
            <Difference before={before?.body} after={revision.body} />
          </p>
        </>
      ) : (
        <p className="mt-2 text-sm text-muted">{t("same")}</p>
      )}
      <p className="mt-2 text-xs text-muted tabular-nums">
        {t("grounds", {
          sources: revision.sources.length,
          facts: revision.factIds.length,
          changed: before && groundsOf(before) !== groundsOf(revision) ? "yes" : "no",
        })}
      </p>
    </>
  );
}

function groundsOf({ sources, factIds }: RevisionView): string {
  return JSON.stringify([sources, factIds]);
}
