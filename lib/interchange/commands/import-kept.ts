import "server-only";
import { z } from "zod";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor, Viewer } from "@/lib/shared/viewer";
import { findKept, forget } from "../kept-upload";
import type { Report } from "../report";
import { canImport } from "../rules";
import { importFiles } from "./import-files";

export const importKeptSchema = z.strictObject({
  file: z.string().regex(/^[0-9a-f]{64}$/),
  publish: z.literal("on").optional(),
});

/**
 * Brings in the file that the actor sent before and saw the report of.
 *
 * @throws DomainError UPLOAD_GONE, INVALID_INPUT when it has errors, or the refusal of `canImport`
 */
export async function importKept(
  actor: Actor,
  { file, publish }: z.output<typeof importKeptSchema>,
): Promise<{ slug: string }> {
  assertGranted(canImport(actor));
  const kept = await findKept(actor.id, file);
  if (!kept) throw new DomainError("UPLOAD_GONE");
  const input = { format: kept.format, dryRun: false, publish: publish === "on" };
  const { debate } = await importFiles(actor, [kept.file], input);
  if (!debate) throw new DomainError("INVALID_INPUT");
  await forget(actor.id, file);
  return { slug: debate.slug };
}

/** What importing a kept file would do; null when it is not there. */
export async function reportOnKept(
  viewer: Viewer,
  file: string,
): Promise<{ name: string; report: Report } | null> {
  const kept = await findKept(viewer.id, file);
  if (!kept) return null;
  const input = { format: kept.format, dryRun: true, publish: false };
  const { report } = await importFiles(viewer, [kept.file], input);
  return { name: kept.name, report };
}
