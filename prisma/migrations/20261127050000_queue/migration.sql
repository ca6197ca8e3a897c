-- A queue to work through: hiding at once, escalation, notes, saved views, mails. See docs/decisions/0045.

-- AlterTable
ALTER TABLE "notification_settings" ADD COLUMN     "last_queue_mail_at" TIMESTAMPTZ(3),
ADD COLUMN     "queue_mails" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "reviews" ADD COLUMN     "escalated_at" TIMESTAMPTZ(3),
ADD COLUMN     "escalated_by_id" INTEGER,
ADD COLUMN     "escalation_note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "hiding_id" INTEGER;

-- CreateTable
CREATE TABLE "review_notes" (
    "id" SERIAL NOT NULL,
    "review_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "queue_views" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "queue_views_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "review_notes_review_id_id_idx" ON "review_notes"("review_id", "id");

-- CreateIndex
CREATE INDEX "review_notes_author_id_idx" ON "review_notes"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "queue_views_user_id_name_key" ON "queue_views"("user_id", "name");

-- CreateIndex
CREATE INDEX "reviews_decided_at_idx" ON "reviews"("decided_at");

-- CreateIndex
CREATE INDEX "reviews_hiding_id_idx" ON "reviews"("hiding_id");

-- CreateIndex
CREATE INDEX "reviews_escalated_by_id_idx" ON "reviews"("escalated_by_id");

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_hiding_id_fkey" FOREIGN KEY ("hiding_id") REFERENCES "moderation_entries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_escalated_by_id_fkey" FOREIGN KEY ("escalated_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "review_notes" ADD CONSTRAINT "review_notes_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "review_notes" ADD CONSTRAINT "review_notes_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "queue_views" ADD CONSTRAINT "queue_views_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

ALTER TABLE reviews
  ADD CONSTRAINT reviews_escalated_check CHECK ((escalated_at IS NULL) = (escalated_by_id IS NULL) AND (escalated_at IS NOT NULL OR escalation_note = '')),
  ADD CONSTRAINT reviews_escalation_note_check CHECK (length(escalation_note) <= 2000),
  ADD CONSTRAINT reviews_hiding_check CHECK (hiding_id IS NULL OR (cause = 'FLAG' AND target IN ('ARGUMENT', 'COMMENT')));
-- The queue as administrators see it: what was passed on to them comes first.
CREATE INDEX reviews_escalated_first_idx ON reviews ((escalated_at IS NOT NULL) DESC, priority DESC, id) WHERE status = 'WAITING';
CREATE INDEX reviews_waiting_since_idx ON reviews (opened_at) WHERE status = 'WAITING';

ALTER TABLE review_notes ADD CONSTRAINT review_notes_text_check CHECK (length(text) BETWEEN 1 AND 2000);
ALTER TABLE queue_views
  ADD CONSTRAINT queue_views_name_check CHECK (length(name) BETWEEN 1 AND 60),
  ADD CONSTRAINT queue_views_query_check CHECK (length(query) <= 1000);

-- The entry that hid a thing at once and stands, while its review waits: until then its author can bring it back.
CREATE FUNCTION hidden_at_once(about "ModerationTarget", debate integer, argument integer, comment_ integer)
RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
RETURN (
  SELECT v.hiding_id FROM reviews v
  WHERE v.status = 'WAITING' AND v.cause = 'FLAG' AND v.target = about AND v.hiding_id IS NOT NULL
    AND v.debate_id = debate AND v.argument_id = argument AND v.comment_id IS NOT DISTINCT FROM comment_
    AND NOT EXISTS (SELECT FROM moderation_entries e WHERE e.undoes_id = v.hiding_id));
