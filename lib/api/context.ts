import type { Viewer } from "@/lib/shared/viewer";

/** What the API's middleware hands to its handlers. */
export type ApiEnv = {
  Variables: {
    /** Who the request acts for; null for an anonymous reader. */
    viewer: Viewer | null;
  };
};

/** As `ApiEnv`, behind `readsAsPerson` or `writes`: somebody is there. */
export type SignedInEnv = { Variables: { viewer: Viewer } };
