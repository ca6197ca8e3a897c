import "server-only";
import { headers } from "next/headers";
import type { FormState } from "@/lib/actions/form-state";
import { openFlash } from "./flash";

/** What the form of this page is told after it was refused, ready for FormMessages. */
export async function readFlash(): Promise<FormState> {
  const flash = await openFlash((await headers()).get("cookie"));
  if (!flash) return { status: "idle" };
  return { ...flash, status: "error" };
}
