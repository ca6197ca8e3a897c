import { Fragment, type ReactNode } from "react";
import { SingleKeysSwitch } from "./single-keys-switch";

/** A key, or keys, as they are written on them, and what they do. */
export type KeyWords = { key: ReactNode; does: ReactNode };

/**
 * A button that shows a list of keys: a native popover, so that it needs no script to open. Nothing
 * without JavaScript, for the keys need it.
 *
 * @param ofPage the page's own list, which "?" opens instead of the site's
 */
export function KeyList({
  id,
  title,
  keys,
  ofPage = false,
}: {
  id: string;
  title: string;
  keys: readonly KeyWords[];
  ofPage?: boolean;
}) {
  return (
    <div data-needs-script="" data-no-print="">
      <button type="button" popoverTarget={id} className="nav-link">
        {title}
      </button>
      <div
        popover="auto"
        id={id}
        data-shortcuts={ofPage ? "" : undefined}
        role="dialog"
        aria-labelledby={`${id}-title`}
        className="popover max-h-[90dvh] overflow-y-auto shadow-float bg-paper text-ink"
        style={{ inset: 0, margin: "auto", height: "fit-content", width: "fit-content" }}
      >
        <h2 id={`${id}-title`} className="px-3 pt-1 text-base">
          {title}
        </h2>
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 px-3 py-3">
          {keys.map(({ key, does }, index) => (
            <Fragment key={index}>
              <dt>
                <kbd className="rounded-sm border border-edge px-2 py-0.5 whitespace-nowrap">
                  {key}
                </kbd>
              </dt>
              <dd>{does}</dd>
            </Fragment>
          ))}
        </dl>
        <div className="px-3">
          <SingleKeysSwitch scope={id} />
        </div>
      </div>
    </div>
  );
}
