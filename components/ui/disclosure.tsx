import clsx from "clsx";
import type { ReactNode } from "react";
import { Icon } from "./icon";

/** Something folded that opens in place, without JavaScript. `name` lets one of a set be open. */
export function Disclosure({
  summary,
  children,
  open,
  name,
  id,
  className,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  name?: string;
  id?: string;
  className?: string;
}) {
  return (
    <details id={id} open={open} name={name} className={clsx("disclosure", className)}>
      <summary className="inline-flex min-h-8 items-center gap-1.5 rounded-sm font-medium hover:underline">
        <Icon name="chevron-right" className="disclosure-arrow" />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
