import type { ReactNode } from "react";

/** A choice with the single key that makes it. The key's list says it to screen readers. */
export function Keyed({ letter, children }: { letter: string | undefined; children: ReactNode }) {
  if (!letter) return children;
  return (
    <>
      {children}{" "}
      <kbd
        aria-hidden="true"
        data-needs-script=""
        className="ms-1 rounded-sm border border-hairline px-1.5 text-xs text-muted"
      >
        {letter}
      </kbd>
    </>
  );
}
