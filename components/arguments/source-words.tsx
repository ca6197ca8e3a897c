import type { CitationView } from "@/lib/arguments/view";

type Cited = Pick<CitationView, "title"> & {
  [Key in "publisher" | "published" | "url" | "quotation"]?: CitationView[Key] | undefined;
};

/** Sources as a list: title with its link, publisher, date, and the exact words. */
export function SourceWords({ sources }: { sources: readonly Cited[] }) {
  return (
    <ul className="space-y-2">
      {sources.map(({ title, url, publisher, published, quotation }) => (
        <li key={`${url} ${title}`} className="[overflow-wrap:anywhere]">
          {url ? (
            <a href={url} rel="nofollow noopener">
              {title}
            </a>
          ) : (
            title
          )}
          {[publisher, published].filter(Boolean).map((part) => (
            <span key={part}>, {part}</span>
          ))}
          {quotation ? (
            <blockquote dir="auto" className="border-s-3 border-hairline ps-4">
              {quotation}
            </blockquote>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
