"use client";

import { useEffect, useRef } from "react";
import { forgetSentDraft } from "@/components/arguments/composer/kept-draft";

/** After posting: forgets the kept draft, moves the focus to the comment and says so. */
export function PostedComment({ anchor, children }: { anchor: string; children: string }) {
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    forgetSentDraft();
    document.getElementById(anchor)?.focus();
    // A live region speaks only what changes after it exists.
    const timer = setTimeout(() => {
      if (status.current) status.current.textContent = children;
    }, 100);
    return () => clearTimeout(timer);
  }, [anchor, children]);
  return (
    <>
      <p className="mt-4 border-s-3 border-ink ps-4 font-semibold">{children}</p>
      <p ref={status} role="status" className="sr-only" />
    </>
  );
}
