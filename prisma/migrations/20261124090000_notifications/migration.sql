-- DropIndex
DROP INDEX "notifications_user_id_read_at_idx";

-- AlterTable
ALTER TABLE "follows" ADD COLUMN     "mailed_argument_id" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "mailed_at" TIMESTAMPTZ(3),
ADD COLUMN     "seen_argument_id" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "notifications" ADD COLUMN     "version" INTEGER;

-- CreateIndex
CREATE INDEX "notifications_user_id_created_at_id_idx" ON "notifications"("user_id", "created_at" DESC, "id" DESC);

-- ── What the schema cannot say ───────────────────────────────────────────────────────────────

ALTER TABLE notifications
  ADD CONSTRAINT notifications_not_followed_check CHECK (kind <> 'FOLLOWED'),
  ADD CONSTRAINT notifications_version_check CHECK ((kind = 'MODERATION') = (version IS NOT NULL));

-- A person is told once of a comment, whether it answers them, names them or both, and once of an
-- argument or of a version of it.
CREATE UNIQUE INDEX notifications_comment_once_key
  ON notifications (user_id, debate_id, comment_id) WHERE comment_id IS NOT NULL;
CREATE UNIQUE INDEX notifications_argument_once_key
  ON notifications (user_id, debate_id, argument_id, kind, coalesce(version, 0))
  WHERE comment_id IS NULL;

ALTER TABLE follows
  ADD CONSTRAINT follows_marks_check CHECK (seen_argument_id >= 0 AND mailed_argument_id >= 0);
