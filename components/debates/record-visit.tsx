"use client";

import { useEffect } from "react";
import { idle } from "@/lib/actions/form-state";
import { recordVisitAction } from "@/lib/debates/actions";

/** How long somebody reads before it counts as a visit, in milliseconds. */
const readingTime = 3000;

/** Notes a member's visit, once, after three seconds of reading. For members only. */
export function RecordVisit({ debate }: { debate: string }) {
  useEffect(() => {
    const timer = setTimeout(() => {
      const data = new FormData();
      data.set("debate", debate);
      // A visit that could not be noted is not worth a word to the reader.
      recordVisitAction(idle, data).catch(() => undefined);
    }, readingTime);
    return () => clearTimeout(timer);
  }, [debate]);
  return null;
}
