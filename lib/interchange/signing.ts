import { env } from "@/lib/env";
import { readSigningKey, type SigningKey } from "./signing-key";

/** What this site signs its exports with; null without a key. */
export function siteSigningKey(): SigningKey | null {
  return env.EXPORT_SIGNING_KEY ? readSigningKey(env.EXPORT_SIGNING_KEY) : null;
}
