-- Words of a moderator's own for the public reason of a decision.

-- CreateTable
CREATE TABLE "saved_replies" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_replies_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_replies_user_id_name_key" ON "saved_replies"("user_id", "name");

-- AddForeignKey
ALTER TABLE "saved_replies" ADD CONSTRAINT "saved_replies_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

ALTER TABLE saved_replies
  ADD CONSTRAINT saved_replies_name_check CHECK (length(name) BETWEEN 1 AND 60),
  ADD CONSTRAINT saved_replies_text_check CHECK (length(text) BETWEEN 3 AND 1000);
