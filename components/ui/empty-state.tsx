import type { ReactNode } from "react";

/** Nothing here yet: one calm sentence and the next step. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="border-t border-hairline py-8">
      <p className="max-w-measure font-serif text-lg text-muted">{children}</p>
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}
