-- Trusted extensions: the owner of a database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateEnum
CREATE TYPE "SiteRole" AS ENUM ('MEMBER', 'MODERATOR', 'ADMINISTRATOR');

-- CreateEnum
CREATE TYPE "AccountKind" AS ENUM ('PERSON', 'EDITORIAL', 'DEMONSTRATION');

-- CreateEnum
CREATE TYPE "AccountStatus" AS ENUM ('ACTIVE', 'DISABLED', 'ERASED');

-- CreateEnum
CREATE TYPE "TokenPurpose" AS ENUM ('VERIFY_EMAIL', 'SET_PASSWORD', 'CHANGE_EMAIL');

-- CreateEnum
CREATE TYPE "DebateStatus" AS ENUM ('DRAFT', 'OPEN', 'CLOSED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "DebateRoleName" AS ENUM ('EDITOR');

-- CreateEnum
CREATE TYPE "Certainty" AS ENUM ('ESTABLISHED', 'REPORTED', 'DISPUTED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "ActorStance" AS ENUM ('SUPPORTS', 'CRITICISES', 'DENIES', 'NEUTRAL', 'DECLINES_TO_COMMENT');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('ARTICLE', 'GOVERNMENT', 'INTERVIEW', 'ANALYSIS', 'REPORT', 'BOOK', 'OTHER');

-- CreateEnum
CREATE TYPE "BriefPointKind" AS ENUM ('AFFECTS', 'SCOPE_KNOWN', 'SCOPE_UNKNOWN');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('SUPPORT', 'OPPOSE');

-- CreateEnum
CREATE TYPE "ArgumentStatus" AS ENUM ('LIVE', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "RevisionChange" AS ENUM ('CREATED', 'EDITED', 'ARCHIVED', 'RESTORED');

-- CreateEnum
CREATE TYPE "CommentStatus" AS ENUM ('LIVE', 'DELETED');

-- CreateEnum
CREATE TYPE "SearchKind" AS ENUM ('DEBATE', 'ARGUMENT', 'COMMENT', 'FACT', 'ACTOR', 'QUESTION', 'TERM', 'SOURCE');

-- CreateTable
CREATE TABLE "users" (
    "id" SERIAL NOT NULL,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "handle_skeleton" TEXT NOT NULL,
    "email" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "password_hash" TEXT,
    "role" "SiteRole" NOT NULL DEFAULT 'MEMBER',
    "kind" "AccountKind" NOT NULL DEFAULT 'PERSON',
    "status" "AccountStatus" NOT NULL DEFAULT 'ACTIVE',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "about" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identities" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("provider","subject")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" INTEGER NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_tokens" (
    "token_hash" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "purpose" "TokenPurpose" NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_tokens_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "personal_tokens" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "personal_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "debates" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "motion" TEXT NOT NULL,
    "motion_note" TEXT NOT NULL DEFAULT '',
    "status" "DebateStatus" NOT NULL DEFAULT 'DRAFT',
    "language" TEXT NOT NULL DEFAULT 'en',
    "featured" BOOLEAN NOT NULL DEFAULT false,
    "next_root" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_at" TIMESTAMPTZ(3),

    CONSTRAINT "debates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "briefs" (
    "debate_id" INTEGER NOT NULL,
    "headline" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "status_line" TEXT NOT NULL,
    "reported_on" TEXT,
    "decided_by" TEXT NOT NULL,
    "reading_note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "briefs_pkey" PRIMARY KEY ("debate_id")
);

-- CreateTable
CREATE TABLE "brief_points" (
    "debate_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "kind" "BriefPointKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "brief_points_pkey" PRIMARY KEY ("debate_id","id")
);

-- CreateTable
CREATE TABLE "debate_roles" (
    "debate_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "role" "DebateRoleName" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "debate_roles_pkey" PRIMARY KEY ("debate_id","user_id","role")
);

-- CreateTable
CREATE TABLE "sources" (
    "debate_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "number" INTEGER NOT NULL,
    "publisher" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "url" TEXT,
    "published" TEXT,
    "kind" "SourceKind" NOT NULL DEFAULT 'ARTICLE',
    "note" TEXT NOT NULL DEFAULT '',
    "retrieved_on" TEXT,
    "archive_url" TEXT,
    "added_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("debate_id","id")
);

-- CreateTable
CREATE TABLE "citations" (
    "debate_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "source_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "quotation" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "brief_id" INTEGER,
    "fact_id" INTEGER,
    "actor_id" INTEGER,
    "timeline_id" INTEGER,
    "open_question_id" INTEGER,
    "argument_id" INTEGER,

    CONSTRAINT "citations_pkey" PRIMARY KEY ("debate_id","id")
);

-- CreateTable
CREATE TABLE "facts" (
    "debate_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "certainty" "Certainty" NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "facts_pkey" PRIMARY KEY ("debate_id","id")
);

-- CreateTable
CREATE TABLE "fact_corrections" (
    "debate_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "fact_id" INTEGER NOT NULL,
    "former_text" TEXT NOT NULL,
    "former_certainty" "Certainty" NOT NULL,
    "reason" TEXT NOT NULL,
    "corrected_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fact_corrections_pkey" PRIMARY KEY ("debate_id","id")
);

-- CreateTable
CREATE TABLE "actors" (
    "debate_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "stance" "ActorStance" NOT NULL,
    "summary" TEXT NOT NULL,

    CONSTRAINT "actors_pkey" PRIMARY KEY ("debate_id","id")
);

-- CreateTable
CREATE TABLE "timeline_events" (
    "debate_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "position" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "timeline_events_pkey" PRIMARY KEY ("debate_id","id")
);

-- CreateTable
CREATE TABLE "open_questions" (
    "debate_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "why_it_matters" TEXT NOT NULL,

    CONSTRAINT "open_questions_pkey" PRIMARY KEY ("debate_id","id")
);

-- CreateTable
CREATE TABLE "glossary_terms" (
    "debate_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "term" TEXT NOT NULL,
    "definition" TEXT NOT NULL,

    CONSTRAINT "glossary_terms_pkey" PRIMARY KEY ("debate_id","id")
);

-- CreateTable
CREATE TABLE "caveats" (
    "debate_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "position" INTEGER NOT NULL,
    "claim" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "fact_id" INTEGER,

    CONSTRAINT "caveats_pkey" PRIMARY KEY ("debate_id","id")
);

-- CreateTable
CREATE TABLE "debate_counts" (
    "debate_id" INTEGER NOT NULL,
    "arguments" INTEGER NOT NULL DEFAULT 0,
    "comments" INTEGER NOT NULL DEFAULT 0,
    "people" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "debate_counts_pkey" PRIMARY KEY ("debate_id")
);

-- CreateTable
CREATE TABLE "participations" (
    "debate_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "participations_pkey" PRIMARY KEY ("debate_id","user_id")
);

-- CreateTable
CREATE TABLE "arguments" (
    "debate_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "parent_id" INTEGER,
    "stance" "Stance" NOT NULL,
    "path" INTEGER[],
    "next_child" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "author_id" INTEGER NOT NULL,
    "status" "ArgumentStatus" NOT NULL DEFAULT 'LIVE',
    "version" INTEGER NOT NULL DEFAULT 1,
    "submission_key" UUID NOT NULL DEFAULT gen_random_uuid(),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "arguments_pkey" PRIMARY KEY ("debate_id","id")
);

-- CreateTable
CREATE TABLE "argument_counts" (
    "debate_id" INTEGER NOT NULL,
    "argument_id" INTEGER NOT NULL,
    "parent_id" INTEGER,
    "stance" "Stance" NOT NULL,
    "live" BOOLEAN NOT NULL DEFAULT true,
    "author_id" INTEGER NOT NULL,
    "vote_count" INTEGER NOT NULL DEFAULT 0,
    "vote_sum" INTEGER NOT NULL DEFAULT 0,
    "n0" INTEGER NOT NULL DEFAULT 0,
    "n1" INTEGER NOT NULL DEFAULT 0,
    "n2" INTEGER NOT NULL DEFAULT 0,
    "n3" INTEGER NOT NULL DEFAULT 0,
    "n4" INTEGER NOT NULL DEFAULT 0,
    "lower_bound" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "divided" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "comments" INTEGER NOT NULL DEFAULT 0,
    "support_children" INTEGER NOT NULL DEFAULT 0,
    "oppose_children" INTEGER NOT NULL DEFAULT 0,
    "discussed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "argument_counts_pkey" PRIMARY KEY ("debate_id","argument_id")
);

-- CreateTable
CREATE TABLE "argument_revisions" (
    "debate_id" INTEGER NOT NULL,
    "argument_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "change" "RevisionChange" NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sources" JSONB NOT NULL DEFAULT '[]',
    "fact_ids" INTEGER[],
    "reason" TEXT NOT NULL DEFAULT '',
    "editor_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "argument_revisions_pkey" PRIMARY KEY ("debate_id","argument_id","version")
);

-- CreateTable
CREATE TABLE "argument_facts" (
    "debate_id" INTEGER NOT NULL,
    "argument_id" INTEGER NOT NULL,
    "fact_id" INTEGER NOT NULL,

    CONSTRAINT "argument_facts_pkey" PRIMARY KEY ("debate_id","argument_id","fact_id")
);

-- CreateTable
CREATE TABLE "impact_votes" (
    "debate_id" INTEGER NOT NULL,
    "argument_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "impact" SMALLINT NOT NULL,
    "parent_id" INTEGER,
    "stance" "Stance" NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "impact_votes_pkey" PRIMARY KEY ("debate_id","argument_id","user_id")
);

-- CreateTable
CREATE TABLE "comments" (
    "debate_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "argument_id" INTEGER NOT NULL,
    "reply_to_id" INTEGER,
    "thread_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "status" "CommentStatus" NOT NULL DEFAULT 'LIVE',
    "version" INTEGER NOT NULL DEFAULT 1,
    "submission_key" UUID NOT NULL DEFAULT gen_random_uuid(),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "comments_pkey" PRIMARY KEY ("debate_id","id")
);

-- CreateTable
CREATE TABLE "comment_mentions" (
    "debate_id" INTEGER NOT NULL,
    "comment_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,

    CONSTRAINT "comment_mentions_pkey" PRIMARY KEY ("debate_id","comment_id","user_id")
);

-- CreateTable
CREATE TABLE "debate_visits" (
    "debate_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "previous_at" TIMESTAMPTZ(3),

    CONSTRAINT "debate_visits_pkey" PRIMARY KEY ("debate_id","user_id")
);

-- CreateTable
CREATE TABLE "drafts" (
    "debate_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "form" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("debate_id","user_id","form")
);

-- CreateTable
CREATE TABLE "search_documents" (
    "debate_id" INTEGER NOT NULL,
    "kind" "SearchKind" NOT NULL,
    "item_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "words" tsvector,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_documents_pkey" PRIMARY KEY ("debate_id","kind","item_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_handle_key" ON "users"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "users_handle_skeleton_key" ON "users"("handle_skeleton");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "identities_user_id_idx" ON "identities"("user_id");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE INDEX "one_time_tokens_user_id_purpose_idx" ON "one_time_tokens"("user_id", "purpose");

-- CreateIndex
CREATE INDEX "one_time_tokens_expires_at_idx" ON "one_time_tokens"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "personal_tokens_token_hash_key" ON "personal_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "personal_tokens_user_id_idx" ON "personal_tokens"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "debates_slug_key" ON "debates"("slug");

-- CreateIndex
CREATE INDEX "debates_status_opened_at_id_idx" ON "debates"("status", "opened_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "brief_points_debate_id_kind_position_key" ON "brief_points"("debate_id", "kind", "position");

-- CreateIndex
CREATE INDEX "debate_roles_user_id_idx" ON "debate_roles"("user_id");

-- CreateIndex
CREATE INDEX "sources_added_by_id_idx" ON "sources"("added_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "sources_debate_id_number_key" ON "sources"("debate_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "sources_debate_id_url_key" ON "sources"("debate_id", "url");

-- CreateIndex
CREATE INDEX "citations_debate_id_source_id_idx" ON "citations"("debate_id", "source_id");

-- CreateIndex
CREATE INDEX "citations_debate_id_argument_id_position_idx" ON "citations"("debate_id", "argument_id", "position");

-- CreateIndex
CREATE INDEX "citations_debate_id_fact_id_position_idx" ON "citations"("debate_id", "fact_id", "position");

-- CreateIndex
CREATE INDEX "citations_debate_id_actor_id_position_idx" ON "citations"("debate_id", "actor_id", "position");

-- CreateIndex
CREATE INDEX "citations_debate_id_timeline_id_position_idx" ON "citations"("debate_id", "timeline_id", "position");

-- CreateIndex
CREATE INDEX "citations_debate_id_open_question_id_position_idx" ON "citations"("debate_id", "open_question_id", "position");

-- CreateIndex
CREATE INDEX "citations_brief_id_position_idx" ON "citations"("brief_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "facts_debate_id_number_key" ON "facts"("debate_id", "number");

-- CreateIndex
CREATE INDEX "fact_corrections_debate_id_fact_id_idx" ON "fact_corrections"("debate_id", "fact_id");

-- CreateIndex
CREATE UNIQUE INDEX "actors_debate_id_position_key" ON "actors"("debate_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "timeline_events_debate_id_position_key" ON "timeline_events"("debate_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "open_questions_debate_id_position_key" ON "open_questions"("debate_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "glossary_terms_debate_id_term_key" ON "glossary_terms"("debate_id", "term");

-- CreateIndex
CREATE INDEX "caveats_debate_id_fact_id_idx" ON "caveats"("debate_id", "fact_id");

-- CreateIndex
CREATE UNIQUE INDEX "caveats_debate_id_position_key" ON "caveats"("debate_id", "position");

-- CreateIndex
CREATE INDEX "participations_user_id_since_idx" ON "participations"("user_id", "since" DESC);

-- CreateIndex
CREATE INDEX "arguments_debate_id_parent_id_idx" ON "arguments"("debate_id", "parent_id");

-- CreateIndex
CREATE INDEX "arguments_author_id_created_at_idx" ON "arguments"("author_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "arguments_debate_id_path_key" ON "arguments"("debate_id", "path");

-- CreateIndex
CREATE UNIQUE INDEX "arguments_author_id_submission_key_key" ON "arguments"("author_id", "submission_key");

-- CreateIndex
CREATE INDEX "argument_counts_convincing_idx" ON "argument_counts"("debate_id", "parent_id", "stance", "live", "lower_bound" DESC, "argument_id");

-- CreateIndex
CREATE INDEX "argument_counts_divided_idx" ON "argument_counts"("debate_id", "parent_id", "stance", "live", "divided" DESC, "argument_id");

-- CreateIndex
CREATE INDEX "argument_counts_discussed_idx" ON "argument_counts"("debate_id", "parent_id", "stance", "live", "discussed" DESC, "argument_id");

-- CreateIndex
CREATE INDEX "argument_counts_newest_idx" ON "argument_counts"("debate_id", "parent_id", "stance", "live", "argument_id" DESC);

-- CreateIndex
CREATE INDEX "argument_revisions_debate_id_created_at_argument_id_idx" ON "argument_revisions"("debate_id", "created_at" DESC, "argument_id");

-- CreateIndex
CREATE INDEX "argument_revisions_editor_id_idx" ON "argument_revisions"("editor_id");

-- CreateIndex
CREATE INDEX "argument_facts_debate_id_fact_id_idx" ON "argument_facts"("debate_id", "fact_id");

-- CreateIndex
CREATE INDEX "impact_votes_user_id_updated_at_idx" ON "impact_votes"("user_id", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "impact_votes_debate_id_user_id_idx" ON "impact_votes"("debate_id", "user_id");

-- CreateIndex
CREATE INDEX "comments_debate_id_argument_id_thread_id_id_idx" ON "comments"("debate_id", "argument_id", "thread_id", "id");

-- CreateIndex
CREATE INDEX "comments_debate_id_reply_to_id_idx" ON "comments"("debate_id", "reply_to_id");

-- CreateIndex
CREATE INDEX "comments_author_id_created_at_idx" ON "comments"("author_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "comments_author_id_submission_key_key" ON "comments"("author_id", "submission_key");

-- CreateIndex
CREATE INDEX "comment_mentions_user_id_idx" ON "comment_mentions"("user_id");

-- CreateIndex
CREATE INDEX "debate_visits_user_id_idx" ON "debate_visits"("user_id");

-- CreateIndex
CREATE INDEX "drafts_user_id_idx" ON "drafts"("user_id");

-- CreateIndex
CREATE INDEX "search_documents_words_idx" ON "search_documents" USING GIN ("words");

-- CreateIndex
CREATE INDEX "search_documents_title_trgm_idx" ON "search_documents" USING GIN ("title" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "personal_tokens" ADD CONSTRAINT "personal_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "debates" ADD CONSTRAINT "debates_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "briefs" ADD CONSTRAINT "briefs_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "brief_points" ADD CONSTRAINT "brief_points_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "briefs"("debate_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "debate_roles" ADD CONSTRAINT "debate_roles_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "debate_roles" ADD CONSTRAINT "debate_roles_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_debate_id_source_id_fkey" FOREIGN KEY ("debate_id", "source_id") REFERENCES "sources"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_brief_id_fkey" FOREIGN KEY ("brief_id") REFERENCES "briefs"("debate_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_debate_id_fact_id_fkey" FOREIGN KEY ("debate_id", "fact_id") REFERENCES "facts"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_debate_id_actor_id_fkey" FOREIGN KEY ("debate_id", "actor_id") REFERENCES "actors"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_debate_id_timeline_id_fkey" FOREIGN KEY ("debate_id", "timeline_id") REFERENCES "timeline_events"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_debate_id_open_question_id_fkey" FOREIGN KEY ("debate_id", "open_question_id") REFERENCES "open_questions"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_debate_id_argument_id_fkey" FOREIGN KEY ("debate_id", "argument_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "facts" ADD CONSTRAINT "facts_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fact_corrections" ADD CONSTRAINT "fact_corrections_debate_id_fact_id_fkey" FOREIGN KEY ("debate_id", "fact_id") REFERENCES "facts"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "actors" ADD CONSTRAINT "actors_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "timeline_events" ADD CONSTRAINT "timeline_events_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "open_questions" ADD CONSTRAINT "open_questions_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "glossary_terms" ADD CONSTRAINT "glossary_terms_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "caveats" ADD CONSTRAINT "caveats_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "caveats" ADD CONSTRAINT "caveats_debate_id_fact_id_fkey" FOREIGN KEY ("debate_id", "fact_id") REFERENCES "facts"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "debate_counts" ADD CONSTRAINT "debate_counts_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "participations" ADD CONSTRAINT "participations_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "participations" ADD CONSTRAINT "participations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "arguments" ADD CONSTRAINT "arguments_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "arguments" ADD CONSTRAINT "arguments_debate_id_parent_id_fkey" FOREIGN KEY ("debate_id", "parent_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "arguments" ADD CONSTRAINT "arguments_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "argument_counts" ADD CONSTRAINT "argument_counts_debate_id_argument_id_fkey" FOREIGN KEY ("debate_id", "argument_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "argument_revisions" ADD CONSTRAINT "argument_revisions_debate_id_argument_id_fkey" FOREIGN KEY ("debate_id", "argument_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "argument_revisions" ADD CONSTRAINT "argument_revisions_editor_id_fkey" FOREIGN KEY ("editor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "argument_facts" ADD CONSTRAINT "argument_facts_debate_id_argument_id_fkey" FOREIGN KEY ("debate_id", "argument_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "argument_facts" ADD CONSTRAINT "argument_facts_debate_id_fact_id_fkey" FOREIGN KEY ("debate_id", "fact_id") REFERENCES "facts"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "impact_votes" ADD CONSTRAINT "impact_votes_debate_id_argument_id_fkey" FOREIGN KEY ("debate_id", "argument_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "impact_votes" ADD CONSTRAINT "impact_votes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_debate_id_argument_id_fkey" FOREIGN KEY ("debate_id", "argument_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_debate_id_reply_to_id_fkey" FOREIGN KEY ("debate_id", "reply_to_id") REFERENCES "comments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_debate_id_comment_id_fkey" FOREIGN KEY ("debate_id", "comment_id") REFERENCES "comments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "debate_visits" ADD CONSTRAINT "debate_visits_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "debate_visits" ADD CONSTRAINT "debate_visits_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

