-- Purging words by law, by two administrators; blocking a person for oneself. See docs/decisions/0047.

-- CreateTable
CREATE TABLE "purges" (
    "id" SERIAL NOT NULL,
    "target" "ModerationTarget" NOT NULL,
    "debate_id" INTEGER,
    "argument_id" INTEGER,
    "comment_id" INTEGER,
    "author_id" INTEGER,
    "words_of_id" INTEGER,
    "ground" "ModerationGround" NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "public_reason" TEXT NOT NULL,
    "requested_by_id" INTEGER NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hidden_by_id" INTEGER,
    "confirmed_by_id" INTEGER,
    "confirmed_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "entry_id" INTEGER,

    CONSTRAINT "purges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "blocks" (
    "blocker_id" INTEGER NOT NULL,
    "blocked_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blocks_pkey" PRIMARY KEY ("blocker_id","blocked_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "purges_entry_id_key" ON "purges"("entry_id");

-- CreateIndex
CREATE INDEX "purges_debate_id_argument_id_idx" ON "purges"("debate_id", "argument_id");

-- CreateIndex
CREATE INDEX "purges_debate_id_comment_id_idx" ON "purges"("debate_id", "comment_id");

-- CreateIndex
CREATE INDEX "purges_words_of_id_idx" ON "purges"("words_of_id");

-- CreateIndex
CREATE INDEX "purges_hidden_by_id_idx" ON "purges"("hidden_by_id");

-- CreateIndex
CREATE INDEX "purges_author_id_idx" ON "purges"("author_id");

-- CreateIndex
CREATE INDEX "purges_requested_by_id_idx" ON "purges"("requested_by_id");

-- CreateIndex
CREATE INDEX "purges_confirmed_by_id_idx" ON "purges"("confirmed_by_id");

-- CreateIndex
CREATE INDEX "blocks_blocked_id_idx" ON "blocks"("blocked_id");

-- AddForeignKey
ALTER TABLE "purges" ADD CONSTRAINT "purges_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "purges" ADD CONSTRAINT "purges_debate_id_argument_id_fkey" FOREIGN KEY ("debate_id", "argument_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "purges" ADD CONSTRAINT "purges_debate_id_comment_id_fkey" FOREIGN KEY ("debate_id", "comment_id") REFERENCES "comments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "purges" ADD CONSTRAINT "purges_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "purges" ADD CONSTRAINT "purges_words_of_id_fkey" FOREIGN KEY ("words_of_id") REFERENCES "moderation_entries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "purges" ADD CONSTRAINT "purges_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "purges" ADD CONSTRAINT "purges_hidden_by_id_fkey" FOREIGN KEY ("hidden_by_id") REFERENCES "moderation_entries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "purges" ADD CONSTRAINT "purges_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "purges" ADD CONSTRAINT "purges_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "moderation_entries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blocker_id_fkey" FOREIGN KEY ("blocker_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blocked_id_fkey" FOREIGN KEY ("blocked_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- ── What the schema cannot say ───────────────────────────────────────────────────────────────

ALTER TABLE purges
  ADD CONSTRAINT purges_target_check CHECK (names_target(target, debate_id, argument_id, comment_id, author_id)),
  ADD CONSTRAINT purges_words_check CHECK (target IN ('ARGUMENT', 'COMMENT') OR words_of_id IS NOT NULL),
  ADD CONSTRAINT purges_ground_check CHECK (ground IN ('ILLEGAL', 'PRIVATE_INFORMATION')),
  ADD CONSTRAINT purges_length_check
    CHECK (length(legal_basis) BETWEEN 1 AND 2000 AND length(public_reason) BETWEEN 1 AND 1000),
  ADD CONSTRAINT purges_two_people_check CHECK (confirmed_by_id IS NULL OR confirmed_by_id <> requested_by_id),
  ADD CONSTRAINT purges_own_check CHECK (author_id IS NULL
    OR (author_id <> requested_by_id AND author_id IS DISTINCT FROM confirmed_by_id)),
  ADD CONSTRAINT purges_confirmed_check CHECK (num_nonnulls(confirmed_at, confirmed_by_id, entry_id) IN (0, 3)),
  ADD CONSTRAINT purges_ended_check CHECK (num_nonnulls(confirmed_at, withdrawn_at) <= 1);
-- What waits or is done is there once.
CREATE UNIQUE INDEX purges_argument_once_key ON purges (debate_id, argument_id)
  WHERE withdrawn_at IS NULL AND words_of_id IS NULL AND target = 'ARGUMENT';
CREATE UNIQUE INDEX purges_comment_once_key ON purges (debate_id, comment_id)
  WHERE withdrawn_at IS NULL AND words_of_id IS NULL AND target = 'COMMENT';
CREATE UNIQUE INDEX purges_words_once_key ON purges (words_of_id) WHERE withdrawn_at IS NULL;
CREATE INDEX purges_waiting_idx ON purges (id) WHERE confirmed_at IS NULL AND withdrawn_at IS NULL;

-- A purge is never undone, and what waits for one is not shown: whatever the application does.
CREATE FUNCTION refuse_return_from_purge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'arguments' AND EXISTS (SELECT FROM purges p WHERE p.debate_id = NEW.debate_id
       AND p.argument_id = NEW.id AND p.target = 'ARGUMENT' AND p.words_of_id IS NULL AND p.withdrawn_at IS NULL)
     OR TG_TABLE_NAME = 'comments' AND EXISTS (SELECT FROM purges p WHERE p.debate_id = NEW.debate_id
       AND p.comment_id = NEW.id AND p.target = 'COMMENT' AND p.words_of_id IS NULL AND p.withdrawn_at IS NULL)
  THEN
    RAISE EXCEPTION 'what was purged, or waits for it, is not shown' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER arguments_purged BEFORE UPDATE OF withheld ON arguments FOR EACH ROW
  WHEN (OLD.withheld AND NOT NEW.withheld) EXECUTE FUNCTION refuse_return_from_purge();
CREATE TRIGGER comments_purged BEFORE UPDATE OF status ON comments FOR EACH ROW
  WHEN (OLD.status <> 'LIVE' AND NEW.status = 'LIVE') EXECUTE FUNCTION refuse_return_from_purge();

ALTER TABLE blocks ADD CONSTRAINT blocks_not_oneself_check CHECK (blocker_id <> blocked_id);

-- Whoever blocked a person hears of no answer or mention by them, whichever statement tells of it.
CREATE FUNCTION hear_nothing_of_blocked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM blocks b WHERE b.blocker_id = NEW.user_id AND b.blocked_id = NEW.actor_id) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER notifications_blocked BEFORE INSERT ON notifications FOR EACH ROW
  WHEN (NEW.kind IN ('REPLY', 'MENTION')) EXECUTE FUNCTION hear_nothing_of_blocked();
