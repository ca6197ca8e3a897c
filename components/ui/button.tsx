import clsx from "clsx";
import type { ComponentProps } from "react";
import { Anchor } from "./anchor";

export type ButtonVariant = "primary" | "quiet" | "link";
export type ButtonSize = "normal" | "small";

type Look = { variant?: ButtonVariant; size?: ButtonSize };

const classes: Record<ButtonVariant, string> = {
  primary: "button button-primary",
  quiet: "button button-quiet",
  link: "button button-link",
};

/** Does something. Its label is a verb; `type` is "submit" unless said otherwise. */
export function Button({
  variant = "primary",
  size = "normal",
  className,
  type = "submit",
  ...rest
}: Look & ComponentProps<"button">) {
  return (
    <button type={type} data-size={size} className={clsx(classes[variant], className)} {...rest} />
  );
}

/** Leads somewhere, but weighs as much as a button. */
export function ButtonLink({
  variant = "primary",
  size = "normal",
  className,
  ...rest
}: Look & ComponentProps<typeof Anchor>) {
  return <Anchor data-size={size} className={clsx(classes[variant], className)} {...rest} />;
}
