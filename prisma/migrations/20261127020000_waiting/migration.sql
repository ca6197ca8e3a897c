-- Contributions that wait for an editor: suggestions, and what waits before it is shown.
-- See docs/decisions/0042.

-- CreateEnum
CREATE TYPE "SuggestionKind" AS ENUM ('ARGUMENT', 'COMMENT', 'EDIT', 'SOURCE', 'PLACE', 'DUPLICATE');

-- CreateEnum
CREATE TYPE "SuggestionStatus" AS ENUM ('WAITING', 'ACCEPTED', 'ASKED_BACK', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "SuggestionWhy" AS ENUM ('CURATED', 'SUGGESTED', 'FIRST', 'LINKS', 'WORDS', 'BURST');

-- AlterTable
ALTER TABLE "debates" ADD COLUMN     "curated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "held_words" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "notifications" ADD COLUMN     "suggestion_id" INTEGER;

-- AlterTable
ALTER TABLE "reviews" ADD COLUMN     "suggestion_id" INTEGER;

-- CreateTable
CREATE TABLE "suggestions" (
    "debate_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "kind" "SuggestionKind" NOT NULL,
    "argument_id" INTEGER,
    "content" JSONB NOT NULL,
    "accepted" JSONB,
    "author_id" INTEGER NOT NULL,
    "status" "SuggestionStatus" NOT NULL DEFAULT 'WAITING',
    "why" "SuggestionWhy" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by_id" INTEGER,
    "answered_at" TIMESTAMPTZ(3),
    "made_id" INTEGER,
    "submission_key" UUID NOT NULL DEFAULT gen_random_uuid(),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suggestions_pkey" PRIMARY KEY ("debate_id","id")
);

-- CreateIndex
CREATE INDEX "suggestions_author_id_id_idx" ON "suggestions"("author_id", "id" DESC);

-- CreateIndex
CREATE INDEX "suggestions_debate_id_argument_id_idx" ON "suggestions"("debate_id", "argument_id");

-- CreateIndex
CREATE INDEX "suggestions_answered_by_id_idx" ON "suggestions"("answered_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "suggestions_author_id_submission_key_key" ON "suggestions"("author_id", "submission_key");

-- CreateIndex
CREATE INDEX "reviews_debate_id_suggestion_id_idx" ON "reviews"("debate_id", "suggestion_id");

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_debate_id_suggestion_id_fkey" FOREIGN KEY ("debate_id", "suggestion_id") REFERENCES "suggestions"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_debate_id_argument_id_fkey" FOREIGN KEY ("debate_id", "argument_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ── What the schema cannot say ───────────────────────────────────────────────────────────────

ALTER TABLE debates
  ADD CONSTRAINT debates_held_words_check CHECK (cardinality(held_words) <= 200 AND array_position(held_words, NULL) IS NULL);

ALTER TABLE suggestions
  ADD CONSTRAINT suggestions_content_check
    CHECK (jsonb_typeof(content) = 'object' AND (accepted IS NULL OR jsonb_typeof(accepted) = 'object')),
  ADD CONSTRAINT suggestions_argument_check CHECK (kind = 'ARGUMENT' OR argument_id IS NOT NULL),
  ADD CONSTRAINT suggestions_answer_check CHECK (length(answer) <= 1000),
  -- Who accepted, declined or asked, and never its author.
  ADD CONSTRAINT suggestions_answered_check CHECK ((answered_by_id IS NULL) = (answered_at IS NULL)
    AND (status IN ('WAITING', 'WITHDRAWN') OR answered_by_id IS NOT NULL)),
  ADD CONSTRAINT suggestions_own_check CHECK (answered_by_id <> author_id),
  ADD CONSTRAINT suggestions_made_check CHECK (status = 'ACCEPTED' OR (made_id IS NULL AND accepted IS NULL)),
  ADD CONSTRAINT suggestions_version_check CHECK (version >= 1);

-- What was asked back or withdrawn leaves the queue without an entry in the log.
ALTER TABLE reviews
  DROP CONSTRAINT reviews_decided_check,
  ADD CONSTRAINT reviews_decided_check CHECK ((status = 'DECIDED') = (decided_at IS NOT NULL)
    AND CASE WHEN suggestion_id IS NULL THEN (status = 'DECIDED') = (entry_id IS NOT NULL)
        ELSE status = 'DECIDED' OR entry_id IS NULL END),
  ADD CONSTRAINT reviews_suggestion_check CHECK (suggestion_id IS NULL OR debate_id IS NOT NULL);
-- It waits once, appeals aside.
CREATE UNIQUE INDEX reviews_waiting_suggestion_key ON reviews (debate_id, suggestion_id)
  WHERE status = 'WAITING' AND cause <> 'APPEAL' AND suggestion_id IS NOT NULL;

-- An editor's question about what waits is told as a moderation too.
ALTER TABLE notifications
  DROP CONSTRAINT notifications_entry_check,
  ADD CONSTRAINT notifications_entry_check CHECK (CASE kind
    WHEN 'MODERATION' THEN num_nonnulls(version, entry_id, suggestion_id) = 1
    WHEN 'REVOTE' THEN version IS NOT NULL AND num_nonnulls(entry_id, suggestion_id) = 0
    WHEN 'FLAGGED' THEN entry_id IS NOT NULL AND suggestion_id IS NULL
    ELSE num_nonnulls(entry_id, suggestion_id) = 0 END);
