-- What a move, a merge and a split are called in an argument's history, and what voters are asked then.

-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'REVOTE';

-- AlterEnum
ALTER TYPE "RevisionChange" ADD VALUE 'MOVED';
ALTER TYPE "RevisionChange" ADD VALUE 'MERGED';
ALTER TYPE "RevisionChange" ADD VALUE 'SPLIT';
