import "server-only";
import { identify } from "@/lib/auth/identify";
import { hashCode } from "@/lib/auth/secret-code";
import { readingContext } from "@/lib/debates/queries/context";
import type { Credential, Listening } from "./queries/listening";

export type { Listening } from "./queries/listening";

type Identifying = { cookie?: string | undefined; authorization?: string | undefined };

/**
 * Whether whoever sends these headers may listen to a debate.
 *
 * @returns null when there is no such debate for them, or the token is worth nothing or lacks "read"
 */
export async function mayListen(
  slug: string,
  { cookie, authorization }: Identifying,
): Promise<Listening | null> {
  const headers = new Headers();
  if (cookie) headers.set("cookie", cookie);
  if (authorization) headers.set("authorization", authorization);
  const viewer = cookie || authorization ? await identify(headers) : null;
  if (authorization && !viewer?.scopes?.includes("read")) return null;
  const context = await readingContext({ slug }, viewer);
  if (!context) return null;
  const credential: Credential | null = viewer && { userId: viewer.id };
  if (credential && viewer?.sessionId) credential.sessionId = viewer.sessionId;
  if (credential && authorization) {
    credential.tokenHash = hashCode(authorization.replace(/^Bearer /i, ""));
  }
  return { debateId: context.debate.id, credential };
}
