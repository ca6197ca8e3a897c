import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import type { LogEntryView } from "@/lib/moderation/log-view";
import { routes } from "@/lib/routes";

/** What became of an entry, and of which other entry it is a part. Nothing when it stands alone. */
export function LogLater({ entry, className }: { entry: LogEntryView; className?: string }) {
  const t = useTranslations("modlog");
  const { undoes, undoneBy, appeal, decidesAppealOf } = entry;
  const to = (id: number | null) => ({
    id: id ?? 0,
    link: (words: ReactNode) =>
      id === null ? words : <Anchor href={routes.modlogEntry(id)}>{words}</Anchor>,
  });
  const lines: ReactNode[] = [];
  if (undoneBy !== null) lines.push(t.rich("undoneBy", to(undoneBy)));
  if (undoes !== null) lines.push(t.rich("undoes", to(undoes)));
  if (appeal) lines.push(t.rich(`appeal.${appeal.state}`, to(appeal.outcome)));
  if (decidesAppealOf !== null) lines.push(t.rich("appeal.decides", to(decidesAppealOf)));
  if (lines.length === 0) return null;
  return (
    <ul className={clsx("space-y-1", className)}>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}
