import "server-only";
import { cache } from "react";
import { headers } from "next/headers";
import { DomainError } from "@/lib/shared/errors";
import type { Viewer } from "@/lib/shared/viewer";
import { identifySession } from "./identify";

/** Who is looking at this page, by their browser's session; asked once per request. */
export const getViewer: () => Promise<Viewer | null> = cache(async () =>
  identifySession(await headers()),
);

/** @throws DomainError SIGN_IN_REQUIRED for an anonymous reader. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await getViewer();
  if (!viewer) throw new DomainError("SIGN_IN_REQUIRED");
  return viewer;
}
