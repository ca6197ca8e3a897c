import type { MiddlewareHandler } from "hono";
import { DomainError } from "@/lib/shared/errors";
import type { SignedInEnv } from "./context";
import { writes } from "./identity";

/** The words for it in a description. */
export const byPerson = "Only from a signed-in browser: a token may not do this.";

/** As `writes`, for what a token may not do, whatever its scopes: it could shut its owner out. */
export const writesInBrowser: MiddlewareHandler<SignedInEnv> = (c, next) =>
  writes(c, async () => {
    if (c.get("viewer").scopes) throw new DomainError("SCOPE_MISSING");
    await next();
  });
