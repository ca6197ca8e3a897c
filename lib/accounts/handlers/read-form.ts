import "server-only";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/shared/errors";
import { isOwnOrigin, ownOrigins } from "@/lib/shared/origin";

const mostBytes = 16_384;

/** @throws DomainError FOREIGN_ORIGIN when a page of another site, or no page at all, sent this. */
export function refuseForeignOrigin(request: Request): void {
  const header = (name: string) => request.headers.get(name);
  if (!isOwnOrigin(header, ownOrigins(header, env.SITE_URL)))
    throw new DomainError("FOREIGN_ORIGIN");
}

/** A body that is not a form of ours: too large, or of another kind. */
export class UnusableBody extends Error {
  constructor(readonly status: 413 | 415) {
    super(`unusable body: ${status}`);
  }
}

/**
 * The fields of a form as a browser posts them.
 * @throws UnusableBody
 */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") throw new UnusableBody(415);
  const form = new FormData();
  for (const [name, value] of new URLSearchParams(await readAtMost(request))) {
    form.append(name, value);
  }
  return form;
}

async function readAtMost(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw new UnusableBody(413);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new UnusableBody(413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
