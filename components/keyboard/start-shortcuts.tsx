"use client";

import { useEffect } from "react";
import { startShortcuts } from "./shortcuts";

/** Listens for shortcuts. Mount once. */
export function StartShortcuts() {
  useEffect(() => startShortcuts(), []);
  return null;
}
