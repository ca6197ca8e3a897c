import clsx from "clsx";
import drawings from "./icons.svg";

/** The drawings in icons.svg. */
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

export type IconProps = { name: IconName; className?: string };

/**
 * A drawing as tall as the text beside it. Always decoration: say it in words. All of them come in
 * one file, which a browser keeps: a page with a hundred icons names them, and draws none.
 */
export function Icon({ name, className }: IconProps) {
  return (
    <svg aria-hidden="true" className={clsx("icon", className)}>
      <use href={`${drawings.src}#${name}`} />
    </svg>
  );
}
