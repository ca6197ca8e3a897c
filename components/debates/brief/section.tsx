import type { ReactNode } from "react";

/** One part of the brief, under a strong rule, with an address of its own. */
export function BriefSection({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={`${id}-title`} id={id} className="border-t border-ink pt-4">
      <h2 id={`${id}-title`} className="font-serif text-xl">
        {title}
      </h2>
      {lead ? <p className="mt-2 text-sm text-muted">{lead}</p> : null}
      <div className="mt-6">{children}</div>
    </section>
  );
}
