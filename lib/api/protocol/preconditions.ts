import type { Context } from "hono";
import { DomainError } from "@/lib/shared/errors";
import { ProtocolError } from "../problem";
import { etagOf, tagsOf } from "./conditional";

type State = {
  /** What a GET of it would answer now, to the same caller. */
  current: Record<string, unknown>;
  version?: number;
};
type Versioned = Required<State> & {
  /** false: without either, the present state is meant. */
  needed?: boolean;
};

/**
 * Whether If-Match, when there is one, names the present state: by the ETag of its GET, by "v3"
 * (the version, which only a change of the words moves on), or by *.
 *
 * @throws ProtocolError PRECONDITION_FAILED with the present state
 */
export function assertMatches(c: Context, { current, version }: State): void {
  const header = c.req.header("if-match");
  if (header === undefined) return;
  const etag = etagOf(JSON.stringify(current));
  const matches = tagsOf(header).some(
    (tag) => tag === "*" || tag === etag || (version !== undefined && tag === `"v${version}"`),
  );
  if (!matches) throw new ProtocolError("PRECONDITION_FAILED", { current });
}

/**
 * Makes a change that says which state it was begun on: by If-Match, by `version` in the body, or
 * both.
 *
 * @param bodyVersion from the body
 * @param change receives the version that has to be the stored one when it is written
 * @throws ProtocolError PRECONDITION_REQUIRED without either, PRECONDITION_FAILED
 * @throws DomainError STALE_VERSION when only the body named an old version
 */
export async function onVersion<T>(
  c: Context,
  bodyVersion: number | undefined,
  state: Versioned,
  change: (version: number) => Promise<T>,
): Promise<T> {
  const conditional = c.req.header("if-match") !== undefined;
  if (!conditional && bodyVersion === undefined && state.needed !== false) {
    throw new ProtocolError("PRECONDITION_REQUIRED");
  }
  assertMatches(c, state);
  try {
    return await change(bodyVersion ?? state.version);
  } catch (error) {
    // Changed between the look and the write.
    const stale = error instanceof DomainError && error.code === "STALE_VERSION";
    if (!stale || !conditional || bodyVersion !== undefined) throw error;
    throw new ProtocolError("PRECONDITION_FAILED", { current: error.details.current });
  }
}
