import clsx from "clsx";
import type { ReactNode } from "react";

/**
 * A small list that floats under its button: a native popover, so it opens without JavaScript and
 * closes on Escape or a click beside it. `id` is unique in the page. Put links or buttons inside, or a list of them.
 */
export function Menu({
  id,
  label,
  children,
  buttonClassName,
  hiddenLabel,
}: {
  id: string;
  label?: ReactNode;
  children: ReactNode;
  buttonClassName?: string;
  /** Words for the button when `label` is only an icon, or none. */
  hiddenLabel?: string;
}) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={hiddenLabel}
        className={clsx("menu-button", buttonClassName)}
      >
        {label}
      </button>
      <div popover="auto" id={id} className="popover menu shadow-float">
        {children}
      </div>
    </>
  );
}
