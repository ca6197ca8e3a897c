-- CreateEnum
CREATE TYPE "ExportState" AS ENUM ('WAITING', 'RUNNING', 'READY', 'FAILED');

-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'EXPORT';

-- AlterTable
ALTER TABLE "notifications" ADD COLUMN     "export_id" UUID;

-- CreateTable
CREATE TABLE "prepared_exports" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "owner_id" INTEGER NOT NULL,
    "debate_id" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "state" "ExportState" NOT NULL DEFAULT 'WAITING',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "log_entries" INTEGER,
    "outdated" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "prepared_exports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_pieces" (
    "export_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "export_pieces_pkey" PRIMARY KEY ("export_id","number")
);

-- CreateIndex
CREATE INDEX "prepared_exports_owner_id_debate_id_created_at_idx" ON "prepared_exports"("owner_id", "debate_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "prepared_exports_debate_id_idx" ON "prepared_exports"("debate_id");

-- CreateIndex
CREATE INDEX "prepared_exports_state_updated_at_idx" ON "prepared_exports"("state", "updated_at");

-- CreateIndex
CREATE INDEX "prepared_exports_expires_at_idx" ON "prepared_exports"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_export_id_key" ON "notifications"("export_id");

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "prepared_exports"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "prepared_exports" ADD CONSTRAINT "prepared_exports_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "prepared_exports" ADD CONSTRAINT "prepared_exports_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "export_pieces" ADD CONSTRAINT "export_pieces_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "prepared_exports"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- ── What the schema cannot say ───────────────────────────────────────────────────────────────

-- One at a time for a person, a debate and a format: who asks again is answered with the same.
CREATE UNIQUE INDEX prepared_exports_under_way_key
  ON prepared_exports (owner_id, debate_id, format) WHERE state IN ('WAITING', 'RUNNING');

ALTER TABLE prepared_exports
  ADD CONSTRAINT prepared_exports_format_check CHECK (format ~ '^[a-z-]{1,20}$'),
  ADD CONSTRAINT prepared_exports_counts_check CHECK (attempt >= 0 AND done >= 0 AND total >= 0 AND bytes >= 0),
  ADD CONSTRAINT prepared_exports_finished_check CHECK (
    (state IN ('READY', 'FAILED')) = (finished_at IS NOT NULL)
    AND (finished_at IS NULL) = (expires_at IS NULL)
    AND (state = 'READY') = (log_entries IS NOT NULL));

ALTER TABLE export_pieces
  ADD CONSTRAINT export_pieces_number_check CHECK (number >= 0),
  ADD CONSTRAINT export_pieces_bytes_check CHECK (octet_length(bytes) BETWEEN 1 AND 262144);

-- Two kinds tell of a moderation, and one of a prepared file. A value that this migration adds cannot
-- be named in it yet, but its text can.
ALTER TABLE notifications
  DROP CONSTRAINT notifications_entry_check,
  ADD CONSTRAINT notifications_entry_check CHECK (CASE kind
    WHEN 'MODERATION' THEN num_nonnulls(version, entry_id) = 1
    WHEN 'REVOTE' THEN version IS NOT NULL AND entry_id IS NULL
    WHEN 'FLAGGED' THEN entry_id IS NOT NULL
    ELSE entry_id IS NULL END),
  ADD CONSTRAINT notifications_export_check CHECK ((kind::text = 'EXPORT') = (export_id IS NOT NULL));
