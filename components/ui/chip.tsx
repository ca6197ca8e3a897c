import clsx from "clsx";
import type { ReactNode } from "react";
import { Anchor } from "./anchor";

/** A short fact about a thing: a status, a count, a mark of quality. */
export function Chip({ children, className }: { children: ReactNode; className?: string }) {
  return <span className={clsx("chip text-muted", className)}>{children}</span>;
}

/** A chip that leads somewhere: a filter, a topic. The chosen one is filled. */
export function ChipLink({
  href,
  current = false,
  children,
}: {
  href: string;
  current?: boolean;
  children: ReactNode;
}) {
  return (
    <Anchor href={href} className="chip" aria-current={current ? "true" : undefined}>
      {children}
    </Anchor>
  );
}
