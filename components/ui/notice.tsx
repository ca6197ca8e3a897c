import clsx from "clsx";
import type { ReactNode } from "react";

/** Something to know before reading on. Not announced: it is part of the page. */
export function Notice({
  title,
  children,
  className,
}: {
  title?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <div className={clsx("border-s-3 border-edge bg-wash px-4 py-3 text-sm", className)}>
      {title ? <p className="font-semibold">{title}</p> : null}
      <div>{children}</div>
    </div>
  );
}

/** Says the result of what was just done, also to screen readers. Always in the page, often empty. */
export function Status({ children, className }: { children?: ReactNode; className?: string }) {
  return (
    <div role="status" className={clsx(children && "border-s-3 border-ink ps-4", className)}>
      {children}
    </div>
  );
}
