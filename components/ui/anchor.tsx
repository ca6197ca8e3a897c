import Link from "next/link";
import type { ComponentProps } from "react";

/** A link inside the site. Nothing is fetched before it is followed. */
export function Anchor(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />;
}
