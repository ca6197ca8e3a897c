-- How many links hold a new member's text, chosen for one debate.

-- AlterTable
ALTER TABLE "debates" ADD COLUMN     "held_links" SMALLINT;

ALTER TABLE debates
  ADD CONSTRAINT debates_held_links_check CHECK (held_links BETWEEN 0 AND 100);
