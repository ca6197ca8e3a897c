import { translator } from "@/lib/i18n/translator";
import type { ChainVerdict } from "./chain";

/** Said in full; further ones are counted. */
const said = 20;

/** What was found in the log, for the person who asked. */
export function wordsOfVerdict(verdict: ChainVerdict, head?: string): string {
  const t = translator("modlog");
  const { entries, purged, problems, problemsFound, publishedAt } = verdict;
  const lines = problems
    .slice(0, said)
    .map(({ entry, code }) => t(`problems.${code}`, { entry: entry ?? 0 }));
  if (problemsFound > said) lines.push(t("verify.more", { count: problemsFound - said }));
  if (problemsFound === 0) lines.push(t("verify.whole", { entries, purged }));
  if (head === undefined) {
    if (problemsFound === 0) lines.push(t("verify.withoutHead"));
  } else {
    lines.push(
      publishedAt === null ? t("verify.headNowhere") : t("verify.headAt", { entry: publishedAt }),
    );
  }
  return lines.join("\n");
}
