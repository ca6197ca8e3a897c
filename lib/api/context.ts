import type { Viewer } from "@/lib/shared/viewer";
import type { Repeated } from "./idempotency";

/** What the API's middleware hands to its handlers. */
export type ApiEnv = {
  Variables: {
    /** Who the request acts for; null for an anonymous reader. */
    viewer: Viewer | null;
    /** Of a request with an Idempotency-Key. */
    repeated?: Repeated;
  };
};

/** As `ApiEnv`, behind `readsAsPerson` or `writes`: somebody is there. */
export type SignedInEnv = { Variables: { viewer: Viewer } };
