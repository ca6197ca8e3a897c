"use client";

import { useEffect } from "react";
import { startLive } from "./start";

/** Starts keeping this page up to date, anew when it shows another state. */
export function StartLive({ state }: { state: string }) {
  useEffect(() => startLive(), [state]);
  return null;
}
