import clsx from "clsx";
import type { LucideIcon } from "lucide-react";

export type IconProps = { as: LucideIcon; className?: string };

/** A lucide icon with our stroke, as tall as the text beside it. Always decoration: say it in words. */
export function Icon({ as: Drawing, className }: IconProps) {
  return (
    <Drawing
      aria-hidden="true"
      focusable="false"
      strokeWidth={1.5}
      className={clsx("inline-block size-[1.15em] flex-none align-[-0.18em]", className)}
    />
  );
}
