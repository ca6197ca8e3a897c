import "server-only";
import { readingContext } from "@/lib/debates/queries/context";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { assertGranted } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import { canTakePrepared, preparedStateOf } from "../rules";
import type { ExportFormat } from "../schema";
import type { PreparedExportView } from "../view";
import { writers } from "../writers";
import { isOutdated } from "./outdated";

type Row = {
  id: string;
  debateId: number;
  slug: string;
  title: string;
  format: ExportFormat;
  state: "WAITING" | "RUNNING" | "READY" | "FAILED";
  done: number;
  total: number;
  bytes: number;
  outdated: boolean;
  createdAt: Date;
  finishedAt: Date | null;
  expiresAt: Date | null;
};

const columns = Prisma.sql`
  x.id, x.debate_id AS "debateId", d.slug, d.title, x.format, x.state::text AS state, x.done, x.total,
  x.bytes, ${isOutdated} AS outdated, x.created_at AS "createdAt", x.finished_at AS "finishedAt",
  x.expires_at AS "expiresAt"`;

/** What the viewer had prepared of a debate: the latest of each format. */
export async function listPrepared(viewer: Viewer, slug: string): Promise<PreparedExportView[]> {
  const context = await readingContext({ slug }, viewer);
  if (!context) return [];
  const rows = await db.$queryRaw<Row[]>`
    SELECT DISTINCT ON (x.format) ${columns}
    FROM prepared_exports x JOIN debates d ON d.id = x.debate_id
    WHERE x.owner_id = ${viewer.id} AND x.debate_id = ${context.debate.id}
    ORDER BY x.format, x.created_at DESC, x.id DESC`;
  return rows.map(toView).sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** Null when it is not there, not the viewer's, or of a debate that they may not read any more. */
export async function getPrepared(viewer: Viewer, id: string): Promise<PreparedExportView | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT ${columns} FROM prepared_exports x JOIN debates d ON d.id = x.debate_id
    WHERE x.id = ${id}::uuid AND x.owner_id = ${viewer.id}`;
  return row && (await readingContext({ id: row.debateId }, viewer)) ? toView(row) : null;
}

function toView({ slug, title, done, total, ...row }: Row): PreparedExportView {
  const state = preparedStateOf(row, new Date());
  return {
    id: row.id,
    debate: { slug, title },
    format: row.format,
    state,
    progress: state === "RUNNING" && total > 0 ? { done, total } : null,
    bytes: state === "READY" ? row.bytes : null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}

export type PreparedFile = {
  name: string;
  mediaType: string;
  bytes: number;
  /** One piece is held at a time. */
  read: () => ReadableStream<Uint8Array>;
};

/**
 * The file itself, for its owner.
 *
 * @returns null as `getPrepared` does
 * @throws DomainError the refusal of `canTakePrepared`
 */
export async function getPreparedFile(viewer: Viewer, id: string): Promise<PreparedFile | null> {
  const prepared = await getPrepared(viewer, id);
  if (!prepared) return null;
  assertGranted(canTakePrepared(prepared.state));
  const { mediaType, extension } = writers[prepared.format];
  return {
    name: `${prepared.debate.slug}.${extension}`,
    mediaType,
    bytes: prepared.bytes ?? 0,
    read: () => piecesOf(id, prepared.bytes ?? 0),
  };
}

/** Ends in an error when the file is removed while somebody takes it. */
function piecesOf(exportId: string, bytes: number): ReadableStream<Uint8Array> {
  let [number, sent] = [0, 0];
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        if (sent >= bytes) return controller.close();
        const where = { exportId_number: { exportId, number } };
        const piece = await db.exportPiece.findUniqueOrThrow({ where, select: { bytes: true } });
        number += 1;
        sent += piece.bytes.length;
        controller.enqueue(piece.bytes);
      },
    },
    { highWaterMark: 0 },
  );
}
