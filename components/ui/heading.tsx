import clsx from "clsx";
import type { ReactNode } from "react";

/** The page's one h1, with the small line above it and the sentence below. */
export function PageHeading({
  kicker,
  children,
  lead,
}: {
  kicker?: ReactNode;
  children: ReactNode;
  lead?: ReactNode;
}) {
  return (
    <header className="max-w-measure">
      {kicker ? <p className="kicker mb-2">{kicker}</p> : null}
      <h1 className="font-serif text-2xl">{children}</h1>
      {lead ? <p className="mt-3 text-lg text-muted">{lead}</p> : null}
    </header>
  );
}

/** A section's heading under a hairline, with an optional action at its end. */
export function SectionHeading({
  id,
  level = 2,
  children,
  action,
  className,
}: {
  id?: string;
  level?: 2 | 3 | 4;
  children: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  const Tag = `h${level}` as const;
  return (
    <div
      className={clsx(
        "flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-t border-ink pt-2",
        className,
      )}
    >
      <Tag id={id} className={level === 2 ? "text-lg" : "text-base"}>
        {children}
      </Tag>
      {action ? <div className="text-sm">{action}</div> : null}
    </div>
  );
}
