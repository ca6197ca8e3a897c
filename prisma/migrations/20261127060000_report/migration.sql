-- What the transparency report of a period looks up.

-- CreateIndex
CREATE INDEX "moderation_entries_at_idx" ON "moderation_entries"("at");

-- CreateIndex
CREATE INDEX "flags_created_at_idx" ON "flags"("created_at");

-- CreateIndex
CREATE INDEX "flags_decided_at_idx" ON "flags"("decided_at");

-- CreateIndex
CREATE INDEX "appeals_created_at_idx" ON "appeals"("created_at");
