"use client";

import { useRef } from "react";
import { useTriageKeys } from "./triage-keys";

/** The keys of the queue where no decision is to be chosen. */
export function StartTriageKeys() {
  useTriageKeys(useRef(null));
  return null;
}
