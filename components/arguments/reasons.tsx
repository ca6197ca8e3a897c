import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Markdown } from "@/components/ui/markdown";
import { isCut } from "./excerpt";
import { quietAction } from "./quiet-action";

/**
 * The reasons of an argument, cut to two lines for the eye. All of it stands in the page: a screen
 * reader, a print and a search in the page find the whole, and unfolding needs no script.
 * `children` stand in the row below, before the way to unfold.
 */
export function Reasons({
  body,
  title,
  children,
}: {
  body: string;
  title: string;
  children?: ReactNode;
}) {
  const t = useTranslations("arguments");
  const row = "mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 empty:hidden";
  if (!isCut(body)) {
    return (
      <div className="my-2">
        {body ? <Markdown topHeading={5}>{body}</Markdown> : null}
        <div className={row}>{children}</div>
      </div>
    );
  }
  return (
    <div className="group/reasons my-2">
      <Markdown
        topHeading={5}
        className="line-clamp-2 group-has-[details[open]]/reasons:line-clamp-none has-[a:focus]:line-clamp-none print:line-clamp-none"
      >
        {body}
      </Markdown>
      <div className={row}>
        {children}
        <details className="group/more" data-no-print="">
          <summary
            className={`${quietAction} text-xs underline decoration-edge underline-offset-4`}
          >
            <span className="group-open/more:hidden">{t("more")}</span>
            <span className="hidden group-open/more:inline">{t("less")}</span>
            <span className="sr-only">{t("moreOf", { title })}</span>
          </summary>
        </details>
      </div>
    </div>
  );
}
