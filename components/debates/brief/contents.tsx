import { useTranslations } from "next-intl";

export type Part = { id: string; title: string };

/** The table of contents: beside the text on a wide screen, folded above it on a phone. */
export function Contents({ parts }: { parts: readonly Part[] }) {
  const t = useTranslations("brief");
  const list = (
    <ol className="space-y-0.5 text-sm">
      {parts.map((part) => (
        <li key={part.id}>
          <a href={`#${part.id}`} className="block py-1 no-underline hover:underline">
            {part.title}
          </a>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <details className="disclosure border-y border-hairline py-1 lg:hidden" data-no-print="">
        <summary className="flex min-h-11 items-center justify-between gap-2 font-semibold">
          {t("contents")}
          <span aria-hidden="true" className="disclosure-arrow">
            ›
          </span>
        </summary>
        <nav aria-label={t("contents")} className="pb-3">
          {list}
        </nav>
      </details>
      <nav
        aria-labelledby="contents-title"
        className="sticky top-8 hidden max-h-[calc(100dvh-4rem)] overflow-y-auto lg:block"
      >
        <p id="contents-title" className="kicker mb-2">
          {t("contents")}
        </p>
        {list}
      </nav>
    </>
  );
}
