"use client";

import { useFormStatus } from "react-dom";
import type { ComponentProps } from "react";
import { Button } from "./button";

/**
 * The button that sends its form. While the form is on its way a second press does nothing, and
 * the label says what is happening without the button changing its place.
 */
export function SubmitButton({
  pendingLabel,
  children,
  onClick,
  ...rest
}: { pendingLabel?: string } & ComponentProps<typeof Button>) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...rest}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
