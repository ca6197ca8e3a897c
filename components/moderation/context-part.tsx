import type { ReactNode } from "react";

/** A part of what a decision needs to know, under its heading. */
export function ContextPart({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="max-w-measure text-sm">
      <h2 className="mb-2 border-t border-hairline pt-2 font-semibold">{title}</h2>
      {children}
    </section>
  );
}
