import clsx from "clsx";
import type { ReactNode } from "react";
import { Anchor } from "./anchor";

export type SegmentLink = { href: string; label: ReactNode; current: boolean };

/** A choice between a few ways to see the same page, as links. */
export function SegmentedLinks({ label, links }: { label: string; links: readonly SegmentLink[] }) {
  return (
    <nav aria-label={label}>
      <ul className="flex w-full flex-wrap overflow-hidden rounded-sm border border-edge text-sm sm:inline-flex sm:w-auto sm:flex-nowrap">
        {links.map((link) => (
          <li
            key={link.href}
            className="-mb-px flex-1 border-e border-b border-edge last:border-e-0 sm:mb-0 sm:border-b-0"
          >
            <Anchor
              href={link.href}
              aria-current={link.current ? "true" : undefined}
              className={clsx(
                "segment flex min-h-10 items-center justify-center px-2 py-1.5 text-center sm:px-4 no-underline focus-visible:-outline-offset-4",
                link.current
                  ? "bg-ink font-semibold text-paper focus-visible:outline-paper"
                  : "hover:bg-wash",
              )}
            >
              {link.label}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
