"use client";

import { useEffect } from "react";
import { startPosition } from "./position";

/** Answers the question about the reader's position on pages that have the framework. */
export function StartPosition() {
  useEffect(() => startPosition(), []);
  return null;
}
