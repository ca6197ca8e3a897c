import "server-only";
import { authSecret } from "@/lib/auth/cookie";
import { readUnsubscribeToken } from "../unsubscribe-token";

/** Whether a mail's unsubscribe link is one of ours and complete. */
export function isUnsubscribeToken(token: string): boolean {
  return readUnsubscribeToken(token, authSecret()) !== null;
}
