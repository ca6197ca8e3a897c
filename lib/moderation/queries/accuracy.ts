import "server-only";
import { db } from "@/lib/db/client";
import type { Viewer } from "@/lib/shared/viewer";

/** Of a reporter's last hundred decided flags: how many moderators agreed with. */
export type ReporterAccuracy = { decided: number; agreed: number };

/** Null for who is not signed in, and while nothing of theirs was decided. */
export async function getOwnAccuracy(viewer: Viewer | null): Promise<ReporterAccuracy | null> {
  if (!viewer) return null;
  const last = await db.flag.findMany({
    where: { reporterId: viewer.id, decidedAt: { not: null } },
    orderBy: { decidedAt: "desc" },
    take: 100,
    select: { outcome: true },
  });
  if (last.length === 0) return null;
  return {
    decided: last.length,
    agreed: last.filter(({ outcome }) => outcome === "UPHELD").length,
  };
}
