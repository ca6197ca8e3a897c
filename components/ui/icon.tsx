import clsx from "clsx";

/** The drawings in app/styles/icons.svg. */
export type IconName =
  | "ban"
  | "bell"
  | "chevron-right"
  | "circle-exclamation-point"
  | "circle-user-round"
  | "ellipsis"
  | "link-2"
  | "message-square"
  | "minus"
  | "plus"
  | "reply"
  | "scale"
  | "search"
  | "volume-x"
  | "x";

/** A drawing as tall as the text beside it. Always decoration: say it in words. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return <span aria-hidden="true" className={clsx("icon", `icon-${name}`, className)} />;
}

/** The class that puts a drawing before an element's words, at the cost of no element. */
export function iconBefore(name: IconName): string {
  return `icon-before icon-${name}`;
}
