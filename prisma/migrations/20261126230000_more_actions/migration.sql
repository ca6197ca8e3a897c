-- What else moderators do, and why else a thing waits for them. Values alone: they can be used
-- only after the transaction that adds them.

-- AlterEnum
ALTER TYPE "ModerationAction" ADD VALUE 'APPROVE';
ALTER TYPE "ModerationAction" ADD VALUE 'DECLINE';
ALTER TYPE "ModerationAction" ADD VALUE 'MOVE';
ALTER TYPE "ModerationAction" ADD VALUE 'MERGE';
ALTER TYPE "ModerationAction" ADD VALUE 'SPLIT';
ALTER TYPE "ModerationAction" ADD VALUE 'LINK';
ALTER TYPE "ModerationAction" ADD VALUE 'FEATURE';
ALTER TYPE "ModerationAction" ADD VALUE 'LOCK';
ALTER TYPE "ModerationAction" ADD VALUE 'SILENCE';
ALTER TYPE "ModerationAction" ADD VALUE 'SUSPEND';
ALTER TYPE "ModerationAction" ADD VALUE 'BAN';
ALTER TYPE "ModerationAction" ADD VALUE 'SLOW';
ALTER TYPE "ModerationAction" ADD VALUE 'CLOSE';
ALTER TYPE "ModerationAction" ADD VALUE 'REOPEN';
ALTER TYPE "ModerationAction" ADD VALUE 'CORRECT';
ALTER TYPE "ModerationAction" ADD VALUE 'PURGE';

-- AlterEnum
ALTER TYPE "ReviewCause" ADD VALUE 'SUGGESTION';
ALTER TYPE "ReviewCause" ADD VALUE 'FIRST';
ALTER TYPE "ReviewCause" ADD VALUE 'HELD';
