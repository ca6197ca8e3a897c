import { Markdown } from "@/components/ui/markdown";
import type { PurgeWords } from "@/lib/purges/view";

/** The words that are to go, for whoever decides. */
export function PurgedWords({ words: { title, body } }: { words: PurgeWords }) {
  return (
    <div className="mt-2 [overflow-wrap:anywhere]">
      {title ? (
        <p dir="auto" className="font-serif">
          {title}
        </p>
      ) : null}
      {body ? (
        <Markdown compact topHeading={4}>
          {body}
        </Markdown>
      ) : null}
    </div>
  );
}
