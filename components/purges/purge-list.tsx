import type { PurgeView } from "@/lib/purges/view";
import { PurgeChoices } from "./purge-choices";
import { PurgeFacts } from "./purge-facts";

/** Purges, each with what this administrator can do with it. */
export function PurgeList({ purges, empty }: { purges: PurgeView[]; empty: string }) {
  if (purges.length === 0) return <p className="text-muted">{empty}</p>;
  return (
    <ul className="space-y-8">
      {purges.map((purge) => (
        <li key={purge.purge} className="border-t border-hairline pt-3">
          <PurgeFacts purge={purge} />
          {purge.state === "WAITING" ? (
            <PurgeChoices purge={purge.purge} target={purge.target} id={purge.id} can={purge.can} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
