"use client";

import { useEffect, useRef } from "react";

/**
 * After posting: moves the focus to the new argument and says so. The address keeps `posted`, and
 * without JavaScript its hash leads to the same place.
 */
export function PostedNotice({ anchor, children }: { anchor: string; children: string }) {
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    document.getElementById(anchor)?.focus();
    // A live region speaks only what changes after it exists.
    const timer = setTimeout(() => {
      if (status.current) status.current.textContent = children;
    }, 100);
    return () => clearTimeout(timer);
  }, [anchor, children]);
  return (
    <>
      <p className="border-s-3 border-ink ps-4 font-semibold">{children}</p>
      <p ref={status} role="status" className="sr-only" />
    </>
  );
}
