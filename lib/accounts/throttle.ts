import "server-only";
import { limit } from "@/lib/limits/limit";
import type { StoreLimit } from "@/lib/limits/rules";

export { forgive } from "@/lib/limits/limit";

/**
 * Counts one attempt to sign in, to set a password and the like.
 * @param subject an e-mail address, a network address or an account's id
 * @throws DomainError TOO_MANY_REQUESTS with the seconds to wait
 */
export function throttle(name: StoreLimit, subject: string | number): Promise<void> {
  return limit(name, subject);
}
