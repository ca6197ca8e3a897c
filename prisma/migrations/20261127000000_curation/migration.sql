-- Curating the tree: move, merge, split, link, mark; and votes that survive it. See docs/decisions/0041.

-- CreateEnum
CREATE TYPE "ArgumentMark" AS ENUM ('UNSUPPORTED', 'NOT_A_CLAIM', 'UNCLEAR', 'DUPLICATE', 'UNRELATED', 'SEVERAL_CLAIMS', 'BELONGS_ELSEWHERE');

-- DropIndex
DROP INDEX "arguments_debate_id_path_key";

-- AlterTable
ALTER TABLE "arguments" ADD COLUMN     "asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "asked_version" INTEGER,
ADD COLUMN     "marks" "ArgumentMark"[] DEFAULT ARRAY[]::"ArgumentMark"[],
ADD COLUMN     "merged_into_id" INTEGER;

-- CreateTable
CREATE TABLE "former_votes" (
    "debate_id" INTEGER NOT NULL,
    "argument_id" INTEGER NOT NULL,
    "ended_by" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "impact" SMALLINT NOT NULL,
    "parent_id" INTEGER,
    "stance" "Stance" NOT NULL,
    "version" INTEGER NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "lapsed_at" TIMESTAMPTZ(3),

    CONSTRAINT "former_votes_pkey" PRIMARY KEY ("debate_id","argument_id","ended_by","user_id")
);

-- CreateTable
CREATE TABLE "argument_links" (
    "debate_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "argument_id" INTEGER NOT NULL,
    "parent_id" INTEGER,
    "stance" "Stance" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "argument_links_pkey" PRIMARY KEY ("debate_id","id")
);

-- CreateIndex
CREATE INDEX "former_votes_user_id_idx" ON "former_votes"("user_id");

-- CreateIndex
CREATE INDEX "argument_links_debate_id_argument_id_idx" ON "argument_links"("debate_id", "argument_id");

-- CreateIndex
CREATE INDEX "argument_links_debate_id_parent_id_idx" ON "argument_links"("debate_id", "parent_id");

-- CreateIndex
CREATE INDEX "arguments_debate_id_merged_into_id_idx" ON "arguments"("debate_id", "merged_into_id");

-- AddForeignKey
ALTER TABLE "arguments" ADD CONSTRAINT "arguments_debate_id_merged_into_id_fkey" FOREIGN KEY ("debate_id", "merged_into_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "former_votes" ADD CONSTRAINT "former_votes_debate_id_argument_id_fkey" FOREIGN KEY ("debate_id", "argument_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "former_votes" ADD CONSTRAINT "former_votes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "argument_links" ADD CONSTRAINT "argument_links_debate_id_argument_id_fkey" FOREIGN KEY ("debate_id", "argument_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "argument_links" ADD CONSTRAINT "argument_links_debate_id_parent_id_fkey" FOREIGN KEY ("debate_id", "parent_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ── What the schema cannot say ───────────────────────────────────────────────────────────────

-- One argument a number. A unique index would do, but then each move would lock its rows against
-- the foreign keys of votes and comments, which lock what they are counted on first.
ALTER TABLE arguments
  ADD CONSTRAINT arguments_path_once EXCLUDE USING btree (debate_id WITH =, path WITH =),
  ALTER COLUMN marks SET NOT NULL,
  ADD CONSTRAINT arguments_marks_check
    CHECK (cardinality(marks) <= 2 AND (cardinality(marks) < 2 OR marks[1] <> marks[2])),
  ADD CONSTRAINT arguments_merged_check CHECK (merged_into_id IS NULL OR (curated AND merged_into_id <> id)),
  ADD CONSTRAINT arguments_asked_check
    CHECK ((asked_version IS NULL) = (asked_at IS NULL) AND asked_version BETWEEN 1 AND version);
CREATE INDEX arguments_asked_idx ON arguments (asked_at) WHERE asked_at IS NOT NULL;

ALTER TABLE former_votes
  ADD CONSTRAINT former_votes_impact_check CHECK (impact BETWEEN 0 AND 4),
  ADD CONSTRAINT former_votes_version_check CHECK (version >= 0 AND ended_by >= 1);

ALTER TABLE argument_links
  ADD CONSTRAINT argument_links_not_below_itself_check CHECK (parent_id IS DISTINCT FROM argument_id);
CREATE UNIQUE INDEX argument_links_once_key
  ON argument_links (debate_id, coalesce(parent_id, 0), argument_id);

-- A vote on something that changed is told of once a change.
ALTER TABLE notifications
  DROP CONSTRAINT notifications_version_check,
  ADD CONSTRAINT notifications_version_check
    CHECK (version IS NULL OR kind IN ('MODERATION', 'REVOTE')),
  DROP CONSTRAINT notifications_entry_check,
  ADD CONSTRAINT notifications_entry_check CHECK (CASE kind
    WHEN 'MODERATION' THEN num_nonnulls(version, entry_id) = 1
    WHEN 'REVOTE' THEN version IS NOT NULL AND entry_id IS NULL
    WHEN 'REPLY' THEN entry_id IS NULL
    WHEN 'MENTION' THEN entry_id IS NULL
    ELSE entry_id IS NOT NULL END);

-- A merge takes comments along to another argument of the debate.
DROP TRIGGER comments_key ON comments;
CREATE TRIGGER comments_key BEFORE UPDATE OF debate_id, id ON comments FOR EACH ROW
  WHEN ((OLD.debate_id, OLD.id) IS DISTINCT FROM (NEW.debate_id, NEW.id))
  EXECUTE FUNCTION refuse_key_change();

CREATE OR REPLACE FUNCTION keep_comment_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was integer := (TG_OP = 'UPDATE' AND OLD.status = 'LIVE')::int;
  is_ integer := (NEW.status = 'LIVE')::int;
  stands boolean;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.argument_id <> NEW.argument_id THEN
    UPDATE argument_counts SET comments = comments - was, discussed = discussed - was
    WHERE debate_id = OLD.debate_id AND argument_id = OLD.argument_id;
    UPDATE argument_counts SET comments = comments + is_, discussed = discussed + is_
    WHERE debate_id = NEW.debate_id AND argument_id = NEW.argument_id;
  ELSIF was <> is_ THEN
    UPDATE argument_counts SET comments = comments + is_ - was, discussed = discussed + is_ - was
    WHERE debate_id = NEW.debate_id AND argument_id = NEW.argument_id
    RETURNING live INTO stands;
  END IF;
  -- Posted while its argument was being merged: it follows.
  IF TG_OP = 'INSERT' AND NOT stands THEN
    UPDATE comments c SET argument_id = a.merged_into_id FROM arguments a
    WHERE a.debate_id = NEW.debate_id AND a.id = NEW.argument_id AND a.merged_into_id IS NOT NULL
      AND c.debate_id = NEW.debate_id AND c.id = NEW.id;
  END IF;
  IF TG_OP = 'INSERT' THEN PERFORM note_participation(NEW.debate_id, NEW.author_id); END IF;
  IF was <> is_ THEN
    UPDATE debate_counts SET comments = comments + is_ - was WHERE debate_id = NEW.debate_id;
  END IF;
  RETURN NULL;
END $$;

-- ── Moving ───────────────────────────────────────────────────────────────────────────────────
--
-- Locks, in the order of decision 31: arguments (by number), argument_counts (by key), impact_votes.

-- Locks an argument with all that stands below it, also what is being put there at this moment:
-- whoever adds something locks its parent, so when nothing new is found nothing more can come.
CREATE FUNCTION lock_subtree(debate integer, argument integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  top integer[];
  before bigint := -1;
  found_ bigint;
BEGIN
  SELECT path INTO top FROM arguments WHERE debate_id = debate AND id = argument FOR NO KEY UPDATE;
  LOOP
    PERFORM FROM arguments a WHERE a.debate_id = debate AND a.path >= top
      AND a.path < top[:cardinality(top) - 1] || (top[cardinality(top)] + 1)
      ORDER BY a.path FOR NO KEY UPDATE;
    GET DIAGNOSTICS found_ = ROW_COUNT;
    EXIT WHEN found_ = before;
    before := found_;
  END LOOP;
END $$;

-- Puts a locked argument, with what stands below it, below another one (null: the motion), under
-- the number that ends with `last`, or under the next free one (null).
CREATE FUNCTION place_argument(debate integer, argument integer, below integer, side "Stance", last integer)
RETURNS integer[] LANGUAGE plpgsql AS $$
DECLARE
  old_ integer[] := (SELECT path FROM arguments WHERE debate_id = debate AND id = argument);
  new_ integer[];
BEGIN
  IF below IS NULL THEN
    UPDATE debates d SET next_root = d.next_root + (last IS NULL)::int, updated_at = now() WHERE d.id = debate
    RETURNING ARRAY[coalesce(last, d.next_root - 1)] INTO STRICT new_;
  ELSE
    UPDATE arguments a SET next_child = a.next_child + (last IS NULL)::int WHERE a.debate_id = debate AND a.id = below
    RETURNING a.path || coalesce(last, a.next_child - 1) INTO STRICT new_;
  END IF;
  -- Where it is to stand may itself stand on a number that begins with the old one: never so, since
  -- nothing is put below itself.
  UPDATE arguments a SET path = new_ || a.path[cardinality(old_) + 1:],
    parent_id = CASE WHEN a.id = argument THEN below ELSE a.parent_id END,
    stance = CASE WHEN a.id = argument THEN side ELSE a.stance END
  WHERE a.debate_id = debate AND a.path >= old_
    AND a.path < old_[:cardinality(old_) - 1] || (old_[cardinality(old_)] + 1);
  RETURN new_;
END $$;
