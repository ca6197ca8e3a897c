-- Moderation: flags, reviews, the public log and appeals. See docs/decisions/0039.

-- CreateEnum
CREATE TYPE "ModerationTarget" AS ENUM ('DEBATE', 'ARGUMENT', 'COMMENT', 'PERSON');

-- CreateEnum
CREATE TYPE "ModerationAction" AS ENUM ('KEEP', 'HIDE', 'ARCHIVE', 'RESTORE', 'EDIT', 'MARK', 'WARN', 'UPHOLD', 'OVERTURN');

-- CreateEnum
CREATE TYPE "ModerationGround" AS ENUM ('SPAM', 'OFF_TOPIC', 'UNCIVIL', 'MISINFORMATION', 'DUPLICATE', 'PRIVATE_INFORMATION', 'ILLEGAL', 'QUALITY', 'NO_BREACH', 'OTHER');

-- CreateEnum
CREATE TYPE "ReviewCause" AS ENUM ('FLAG', 'APPEAL');

-- CreateEnum
CREATE TYPE "ReviewStatus" AS ENUM ('WAITING', 'DECIDED');

-- CreateEnum
CREATE TYPE "FlagReason" AS ENUM ('SPAM', 'OFF_TOPIC', 'UNCIVIL', 'MISINFORMATION', 'DUPLICATE', 'PRIVATE_INFORMATION', 'ILLEGAL', 'OTHER');

-- CreateEnum
CREATE TYPE "FlagOutcome" AS ENUM ('WAITING', 'UPHELD', 'DECLINED');

-- AlterEnum
ALTER TYPE "CommentStatus" ADD VALUE 'HIDDEN';

-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'FLAGGED';

-- AlterTable
ALTER TABLE "arguments" ADD COLUMN     "curated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "withheld" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "notifications" ADD COLUMN     "entry_id" INTEGER;

-- CreateTable
CREATE TABLE "moderation_entries" (
    "id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" "ModerationAction" NOT NULL,
    "target" "ModerationTarget" NOT NULL,
    "actor_id" INTEGER,
    "named" BOOLEAN NOT NULL,
    "debate_id" INTEGER,
    "argument_id" INTEGER,
    "comment_id" INTEGER,
    "person_id" INTEGER,
    "ground" "ModerationGround" NOT NULL,
    "undoes_id" INTEGER,
    "details" JSONB NOT NULL DEFAULT '{}',
    "words_hash" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "moderation_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation_words" (
    "entry_id" INTEGER NOT NULL,
    "salt" TEXT NOT NULL,
    "public_reason" TEXT NOT NULL,
    "private_note" TEXT NOT NULL,
    "snapshot" JSONB,
    "purged_at" TIMESTAMPTZ(3),

    CONSTRAINT "moderation_words_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "moderation_head" (
    "one" BOOLEAN NOT NULL DEFAULT true,
    "entries" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "moderation_head_pkey" PRIMARY KEY ("one")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" SERIAL NOT NULL,
    "cause" "ReviewCause" NOT NULL,
    "status" "ReviewStatus" NOT NULL DEFAULT 'WAITING',
    "target" "ModerationTarget" NOT NULL,
    "debate_id" INTEGER,
    "argument_id" INTEGER,
    "comment_id" INTEGER,
    "author_id" INTEGER NOT NULL,
    "score" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "flags" INTEGER NOT NULL DEFAULT 0,
    "priority" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_by_id" INTEGER,
    "claimed_until" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" INTEGER,
    "entry_id" INTEGER,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flags" (
    "id" SERIAL NOT NULL,
    "review_id" INTEGER NOT NULL,
    "reporter_id" INTEGER NOT NULL,
    "target" "ModerationTarget" NOT NULL,
    "debate_id" INTEGER,
    "argument_id" INTEGER,
    "comment_id" INTEGER,
    "person_id" INTEGER,
    "reason" "FlagReason" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "source_url" TEXT,
    "duplicate_of" INTEGER,
    "weight" DOUBLE PRECISION NOT NULL,
    "outcome" "FlagOutcome" NOT NULL DEFAULT 'WAITING',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "flags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeals" (
    "entry_id" INTEGER NOT NULL,
    "review_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome_id" INTEGER,

    CONSTRAINT "appeals_pkey" PRIMARY KEY ("entry_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "moderation_entries_undoes_id_key" ON "moderation_entries"("undoes_id");

-- CreateIndex
CREATE INDEX "moderation_entries_debate_id_id_idx" ON "moderation_entries"("debate_id", "id" DESC);

-- CreateIndex
CREATE INDEX "moderation_entries_debate_id_argument_id_id_idx" ON "moderation_entries"("debate_id", "argument_id", "id" DESC);

-- CreateIndex
CREATE INDEX "moderation_entries_debate_id_comment_id_idx" ON "moderation_entries"("debate_id", "comment_id");

-- CreateIndex
CREATE INDEX "moderation_entries_person_id_id_idx" ON "moderation_entries"("person_id", "id" DESC);

-- CreateIndex
CREATE INDEX "moderation_entries_actor_id_id_idx" ON "moderation_entries"("actor_id", "id" DESC);

-- CreateIndex
CREATE INDEX "reviews_status_priority_id_idx" ON "reviews"("status", "priority" DESC, "id");

-- CreateIndex
CREATE INDEX "reviews_debate_id_status_priority_id_idx" ON "reviews"("debate_id", "status", "priority" DESC, "id");

-- CreateIndex
CREATE INDEX "reviews_debate_id_argument_id_idx" ON "reviews"("debate_id", "argument_id");

-- CreateIndex
CREATE INDEX "reviews_debate_id_comment_id_idx" ON "reviews"("debate_id", "comment_id");

-- CreateIndex
CREATE INDEX "reviews_author_id_idx" ON "reviews"("author_id");

-- CreateIndex
CREATE INDEX "reviews_claimed_by_id_idx" ON "reviews"("claimed_by_id");

-- CreateIndex
CREATE INDEX "reviews_decided_by_id_decided_at_idx" ON "reviews"("decided_by_id", "decided_at" DESC);

-- CreateIndex
CREATE INDEX "reviews_entry_id_idx" ON "reviews"("entry_id");

-- CreateIndex
CREATE INDEX "flags_review_id_idx" ON "flags"("review_id");

-- CreateIndex
CREATE INDEX "flags_reporter_id_decided_at_idx" ON "flags"("reporter_id", "decided_at" DESC);

-- CreateIndex
CREATE INDEX "flags_reporter_id_created_at_idx" ON "flags"("reporter_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "flags_person_id_idx" ON "flags"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeals_review_id_key" ON "appeals"("review_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeals_outcome_id_key" ON "appeals"("outcome_id");

-- CreateIndex
CREATE INDEX "appeals_author_id_idx" ON "appeals"("author_id");

-- CreateIndex
CREATE INDEX "notifications_entry_id_idx" ON "notifications"("entry_id");

-- AddForeignKey
ALTER TABLE "moderation_entries" ADD CONSTRAINT "moderation_entries_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "moderation_entries" ADD CONSTRAINT "moderation_entries_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "moderation_entries" ADD CONSTRAINT "moderation_entries_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "moderation_entries" ADD CONSTRAINT "moderation_entries_debate_id_argument_id_fkey" FOREIGN KEY ("debate_id", "argument_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "moderation_entries" ADD CONSTRAINT "moderation_entries_debate_id_comment_id_fkey" FOREIGN KEY ("debate_id", "comment_id") REFERENCES "comments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "moderation_entries" ADD CONSTRAINT "moderation_entries_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "moderation_entries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "moderation_words" ADD CONSTRAINT "moderation_words_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "moderation_entries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_debate_id_argument_id_fkey" FOREIGN KEY ("debate_id", "argument_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_debate_id_comment_id_fkey" FOREIGN KEY ("debate_id", "comment_id") REFERENCES "comments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_claimed_by_id_fkey" FOREIGN KEY ("claimed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "moderation_entries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "moderation_entries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "moderation_entries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "moderation_entries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- CreateIndex
CREATE INDEX "flags_debate_id_argument_id_idx" ON "flags"("debate_id", "argument_id");

-- CreateIndex
CREATE INDEX "flags_debate_id_comment_id_idx" ON "flags"("debate_id", "comment_id");

-- CreateIndex
CREATE INDEX "flags_debate_id_duplicate_of_idx" ON "flags"("debate_id", "duplicate_of");

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_debate_id_argument_id_fkey" FOREIGN KEY ("debate_id", "argument_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_debate_id_comment_id_fkey" FOREIGN KEY ("debate_id", "comment_id") REFERENCES "comments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_debate_id_duplicate_of_fkey" FOREIGN KEY ("debate_id", "duplicate_of") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ── What the schema cannot say ───────────────────────────────────────────────────────────────

ALTER TABLE arguments
  ADD CONSTRAINT arguments_curated_check CHECK (NOT curated OR status = 'ARCHIVED'),
  ADD CONSTRAINT arguments_withheld_check CHECK (NOT withheld OR curated);

-- A moderation is told by the version of the argument that it made, or by its entry in the log.
ALTER TABLE notifications
  DROP CONSTRAINT notifications_version_check,
  ADD CONSTRAINT notifications_version_check CHECK (version IS NULL OR kind = 'MODERATION'),
  ADD CONSTRAINT notifications_entry_check CHECK (CASE kind
    WHEN 'MODERATION' THEN num_nonnulls(version, entry_id) = 1
    WHEN 'REPLY' THEN entry_id IS NULL
    WHEN 'MENTION' THEN entry_id IS NULL
    ELSE entry_id IS NOT NULL END);
CREATE UNIQUE INDEX notifications_entry_key ON notifications (user_id, entry_id) WHERE entry_id IS NOT NULL;

-- Which columns say what a flag, review or entry is about.
CREATE FUNCTION names_target(target "ModerationTarget", debate integer, argument integer, comment_ integer, person integer)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE target
  WHEN 'DEBATE' THEN debate IS NOT NULL AND argument IS NULL AND comment_ IS NULL
  WHEN 'ARGUMENT' THEN debate IS NOT NULL AND argument IS NOT NULL AND comment_ IS NULL
  WHEN 'COMMENT' THEN debate IS NOT NULL AND argument IS NOT NULL AND comment_ IS NOT NULL
  WHEN 'PERSON' THEN person IS NOT NULL AND argument IS NULL AND comment_ IS NULL END;

ALTER TABLE moderation_entries
  ADD CONSTRAINT moderation_entries_id_check CHECK (id >= 1),
  ADD CONSTRAINT moderation_entries_target_check CHECK (names_target(target, debate_id, argument_id, comment_id, person_id)),
  ADD CONSTRAINT moderation_entries_undoes_check CHECK (undoes_id < id),
  ADD CONSTRAINT moderation_entries_details_check CHECK (jsonb_typeof(details) = 'object'),
  ADD CONSTRAINT moderation_entries_own_check CHECK (actor_id IS DISTINCT FROM person_id OR actor_id IS NULL),
  ADD CONSTRAINT moderation_entries_hash_check
    CHECK (hash ~ '^[0-9a-f]{64}$' AND words_hash ~ '^[0-9a-f]{64}$' AND previous_hash ~ '^([0-9a-f]{64})?$');

ALTER TABLE moderation_words
  ADD CONSTRAINT moderation_words_length_check CHECK (length(public_reason) <= 1000 AND length(private_note) <= 2000),
  ADD CONSTRAINT moderation_words_purged_check
    CHECK ((purged_at IS NULL AND salt ~ '^[0-9a-f]{64}$')
           OR (purged_at IS NOT NULL AND salt = '' AND public_reason = '' AND private_note = '' AND snapshot IS NULL));

ALTER TABLE moderation_head ADD CONSTRAINT moderation_head_one_check CHECK (one AND entries >= 0);
INSERT INTO moderation_head DEFAULT VALUES;

ALTER TABLE reviews
  ADD CONSTRAINT reviews_target_check CHECK (names_target(target, debate_id, argument_id, comment_id, author_id)),
  ADD CONSTRAINT reviews_claim_check CHECK ((claimed_by_id IS NULL) = (claimed_until IS NULL)),
  ADD CONSTRAINT reviews_decided_check
    CHECK ((status = 'DECIDED') = (decided_at IS NOT NULL) AND (status = 'DECIDED') = (entry_id IS NOT NULL)),
  ADD CONSTRAINT reviews_score_check CHECK (score >= 0 AND flags >= 0);
-- One thing waits once for its flags.
CREATE UNIQUE INDEX reviews_waiting_argument_key ON reviews (debate_id, argument_id)
  WHERE status = 'WAITING' AND cause = 'FLAG' AND target = 'ARGUMENT';
CREATE UNIQUE INDEX reviews_waiting_comment_key ON reviews (debate_id, comment_id)
  WHERE status = 'WAITING' AND cause = 'FLAG' AND target = 'COMMENT';
CREATE UNIQUE INDEX reviews_waiting_person_key ON reviews (author_id)
  WHERE status = 'WAITING' AND cause = 'FLAG' AND target = 'PERSON';

ALTER TABLE flags
  ADD CONSTRAINT flags_target_check CHECK (target <> 'DEBATE' AND names_target(target, debate_id, argument_id, comment_id, person_id)),
  ADD CONSTRAINT flags_not_own_check CHECK (person_id IS NULL OR person_id <> reporter_id),
  ADD CONSTRAINT flags_note_check CHECK (length(note) <= 1000),
  ADD CONSTRAINT flags_source_check CHECK (is_web_address(source_url)),
  ADD CONSTRAINT flags_misinformation_check CHECK (reason <> 'MISINFORMATION' OR source_url IS NOT NULL),
  ADD CONSTRAINT flags_duplicate_check CHECK ((duplicate_of IS NULL) OR (reason = 'DUPLICATE' AND target = 'ARGUMENT' AND duplicate_of <> argument_id)),
  ADD CONSTRAINT flags_weight_check CHECK (weight > 0),
  ADD CONSTRAINT flags_decided_check CHECK ((outcome = 'WAITING') = (decided_at IS NULL));
CREATE UNIQUE INDEX flags_argument_once_key ON flags (debate_id, argument_id, reporter_id) WHERE target = 'ARGUMENT';
CREATE UNIQUE INDEX flags_comment_once_key ON flags (debate_id, comment_id, reporter_id) WHERE target = 'COMMENT';
CREATE UNIQUE INDEX flags_person_once_key ON flags (person_id, reporter_id) WHERE target = 'PERSON';

ALTER TABLE appeals ADD CONSTRAINT appeals_text_check CHECK (length(text) BETWEEN 1 AND 1000);

-- ── The log ──────────────────────────────────────────────────────────────────────────────────
--
-- Each entry's hash is of the hash before it and of its own line: so nothing can be changed, left out
-- or put in between without changing every hash that follows. A chain rewritten from some entry on is
-- found against any head that was published before.

CREATE FUNCTION hex_sha256(text_ text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN encode(sha256(convert_to(text_, 'UTF8')), 'hex');

-- The words of an entry, salted: their hash stays when the law takes the words and the salt.
CREATE FUNCTION moderation_words_hash(salt text, public_reason text, private_note text, snapshot jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN hex_sha256(concat_ws(E'\n', salt, hex_sha256(public_reason), hex_sha256(private_note), hex_sha256(coalesce(snapshot::text, ''))));

-- An entry as one text: its fields, a line each, nothing for what is null. None holds a line break.
CREATE FUNCTION moderation_line(e moderation_entries) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN concat_ws(E'\n', e.previous_hash, e.id,
  to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.action, e.target,
  coalesce(e.actor_id::text, ''), e.named::int, coalesce(e.debate_id::text, ''), coalesce(e.argument_id::text, ''),
  coalesce(e.comment_id::text, ''), coalesce(e.person_id::text, ''), e.ground, coalesce(e.undoes_id::text, ''),
  hex_sha256(e.details::text), e.words_hash);

-- Appends to the log, last of all in its transaction: whoever appends waits here for whoever came first.
CREATE FUNCTION log_moderation(what "ModerationAction", about "ModerationTarget", actor integer, shown boolean,
  debate integer, argument integer, comment_ integer, person integer, why "ModerationGround", takes_back integer,
  facts jsonb, reason text, note text, before jsonb)
RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  head moderation_head;
  entry moderation_entries;
  salt text := encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex');
BEGIN
  SELECT * INTO STRICT head FROM moderation_head FOR UPDATE;
  entry := ROW(head.entries + 1, date_trunc('milliseconds', clock_timestamp()), what, about, actor, shown, debate, argument,
    comment_, person, why, takes_back, facts, moderation_words_hash(salt, reason, note, before), head.hash, '');
  entry.hash := hex_sha256(moderation_line(entry));
  INSERT INTO moderation_entries SELECT entry.*;
  INSERT INTO moderation_words (entry_id, salt, public_reason, private_note, snapshot)
  VALUES (entry.id, salt, reason, note, before);
  UPDATE moderation_head SET entries = entry.id, hash = entry.hash;
  RETURN entry.id;
END $$;

CREATE FUNCTION refuse_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the moderation log is only added to' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER moderation_entries_append_only BEFORE UPDATE OR DELETE ON moderation_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_log_change();
CREATE TRIGGER moderation_entries_not_emptied BEFORE TRUNCATE ON moderation_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
-- Its words may only be purged.
CREATE TRIGGER moderation_words_append_only BEFORE UPDATE ON moderation_words FOR EACH ROW
  WHEN (NEW.purged_at IS NULL OR OLD.purged_at IS NOT NULL OR NEW.entry_id <> OLD.entry_id)
  EXECUTE FUNCTION refuse_log_change();
CREATE TRIGGER moderation_words_kept BEFORE DELETE ON moderation_words
  FOR EACH ROW EXECUTE FUNCTION refuse_log_change();
CREATE TRIGGER moderation_words_not_emptied BEFORE TRUNCATE ON moderation_words
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
