import { useTranslations } from "next-intl";
import { Markdown } from "@/components/ui/markdown";
import { isCut } from "./excerpt";
import { quietAction } from "./quiet-action";

/**
 * The reasons of an argument, cut to two lines for the eye. All of it stands in the page: a screen
 * reader, a print and a search in the page find the whole, and unfolding needs no script.
 */
export function Reasons({ body, title }: { body: string; title: string }) {
  const t = useTranslations("arguments");
  if (!body) return null;
  if (!isCut(body)) return <Markdown topHeading={5}>{body}</Markdown>;
  return (
    <div className="group/reasons">
      <div className="line-clamp-2 group-focus-within/reasons:has-[a:focus]:line-clamp-none group-has-[details[open]]/reasons:line-clamp-none print:line-clamp-none">
        <Markdown topHeading={5}>{body}</Markdown>
      </div>
      <details className="group/more" data-no-print="">
        <summary className={`${quietAction} text-xs underline decoration-edge underline-offset-4`}>
          <span className="group-open/more:hidden">{t("more")}</span>
          <span className="hidden group-open/more:inline">{t("less")}</span>
          <span className="sr-only">{t("moreOf", { title })}</span>
        </summary>
      </details>
    </div>
  );
}
