-- Errors reported in a brief: flags and reviews of a debate, of one fact where it is one. See docs/decisions/0050.

-- AlterTable
ALTER TABLE "flags" ADD COLUMN     "fact_id" INTEGER;

-- AlterTable
ALTER TABLE "reviews" ADD COLUMN     "fact_id" INTEGER,
ALTER COLUMN "author_id" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "flags_debate_id_fact_id_idx" ON "flags"("debate_id", "fact_id");

-- CreateIndex
CREATE INDEX "reviews_debate_id_fact_id_idx" ON "reviews"("debate_id", "fact_id");

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_debate_id_fact_id_fkey" FOREIGN KEY ("debate_id", "fact_id") REFERENCES "facts"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_debate_id_fact_id_fkey" FOREIGN KEY ("debate_id", "fact_id") REFERENCES "facts"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ── What the schema cannot say ───────────────────────────────────────────────────────────────

-- A brief is nobody's; all else that waits is somebody's.
ALTER TABLE reviews
  ADD CONSTRAINT reviews_author_check CHECK (author_id IS NOT NULL OR (target = 'DEBATE' AND cause = 'FLAG')),
  ADD CONSTRAINT reviews_fact_check CHECK (fact_id IS NULL OR (target = 'DEBATE' AND cause = 'FLAG'));
-- A brief waits once for its flags, and each of its facts.
CREATE UNIQUE INDEX reviews_waiting_brief_key ON reviews (debate_id, coalesce(fact_id, 0))
  WHERE status = 'WAITING' AND cause = 'FLAG' AND target = 'DEBATE';

-- The reasons for a brief: `reasonsFor` in lib/moderation/vocabulary.ts.
ALTER TABLE flags
  DROP CONSTRAINT flags_target_check,
  ADD CONSTRAINT flags_target_check CHECK (names_target(target, debate_id, argument_id, comment_id, person_id)),
  ADD CONSTRAINT flags_brief_check CHECK (CASE target
    WHEN 'DEBATE' THEN reason IN ('MISINFORMATION', 'PRIVATE_INFORMATION', 'ILLEGAL', 'OTHER') AND person_id IS NULL
    ELSE fact_id IS NULL END);
-- A brief can be wrong again: once for each time that it waits.
CREATE UNIQUE INDEX flags_brief_once_key ON flags (review_id, reporter_id) WHERE target = 'DEBATE';
