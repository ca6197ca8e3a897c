-- Every word that can be searched for, so that a slip of the finger is put right among some
-- thousand words instead of being compared with every title; and the index by which a search finds
-- the newest of many matches. See docs/decisions/0038.

-- CreateTable
CREATE TABLE "search_words" (
    "id" SERIAL NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "search_words_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "search_words_word_idx" ON "search_words"("word");

-- CreateIndex
CREATE INDEX "search_words_word_trgm_idx" ON "search_words" USING GIN ("word" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "search_documents_age_idx" ON "search_documents"("updated_at", "debate_id", "kind", "item_id");

-- New words are rare: they go into the index at once, not onto a list that every search reads.
ALTER INDEX search_words_word_trgm_idx SET (fastupdate = off);

-- Words as they are written, in small letters and without accents; no numbers, no addresses.
CREATE TEXT SEARCH CONFIGURATION counterpoint_words (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION counterpoint_words
  ADD MAPPING FOR asciiword, word, hword_asciipart, hword_part WITH unaccent, simple;

CREATE FUNCTION words_of(content text) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT w FROM unnest(tsvector_to_array(to_tsvector('counterpoint_words', content))) AS w
  WHERE length(w) BETWEEN 3 AND 40;
$$;

-- Adds those that are not there yet. No unique key: who writes waits for nobody else's new words, and
-- a word that two people wrote first stands twice, which harms nothing.
CREATE FUNCTION keep_search_words(content text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_words (word)
  SELECT w FROM words_of(content) AS w
  WHERE NOT EXISTS (SELECT FROM search_words k WHERE k.word = w);
$$;

CREATE OR REPLACE FUNCTION put_search_document(debate integer, what "SearchKind", item integer, heading text, content text, visible boolean)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT visible THEN
    DELETE FROM search_documents WHERE debate_id = debate AND kind = what AND item_id = item;
    RETURN;
  END IF;
  INSERT INTO search_documents (debate_id, kind, item_id, title, body, words)
  VALUES (debate, what, item, heading, content,
          setweight(to_tsvector('counterpoint', heading), 'A') || setweight(to_tsvector('counterpoint', content), 'C'))
  ON CONFLICT (debate_id, kind, item_id) DO UPDATE
    SET title = EXCLUDED.title, body = EXCLUDED.body, words = EXCLUDED.words, updated_at = now()
    WHERE (search_documents.title, search_documents.body) IS DISTINCT FROM (EXCLUDED.title, EXCLUDED.body);
  -- Comments can be deleted, and nothing of their words is to stay.
  IF FOUND AND what <> 'COMMENT' THEN
    PERFORM keep_search_words(heading || E'\n' || content);
  END IF;
END $$;

INSERT INTO search_words (word)
SELECT DISTINCT w FROM search_documents s, words_of(s.title || E'\n' || s.body) AS w
WHERE s.kind <> 'COMMENT'
ORDER BY w;
