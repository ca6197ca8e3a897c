import type { ReactNode } from "react";

/** A section of the digest, under a hairline. */
export function DigestSection({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section>
      <h2 className="flex items-baseline justify-between gap-4 border-t border-hairline pt-2 text-sm font-semibold">
        {title}
        {aside ? <span className="text-xs font-normal text-muted">{aside}</span> : null}
      </h2>
      {children}
    </section>
  );
}
