import "server-only";
import { onChanged } from "@/lib/live/changes";
import { tags } from "@/lib/live/tags";
import { processWide } from "@/lib/shared/process-wide";
import { isModerator, type Viewer } from "@/lib/shared/viewer";

/** A read may be answered to whom it was allowed so long ago; a write asks the database itself. */
const milliseconds = 5000;
const most = 20_000;

type Remembered = { viewer: Viewer; until: number };

/** Emptied at once by what ends a session or token here, and within a moment by what does elsewhere. */
function open(): Map<string, Remembered> {
  const known = new Map<string, Remembered>();
  onChanged((changed) => {
    if (changed.includes(tags.identities()) || changed.includes(tags.everything())) known.clear();
  });
  return known;
}

const known = () => processWide("identities", open);

/**
 * Who a cookie or token stood for at most five seconds ago; asks `find` otherwise. Moderators and
 * administrators are never remembered: what they do always begins with a question to the database.
 *
 * @param proof the cookie's or token's value
 */
export async function remembered(
  proof: string,
  find: () => Promise<Viewer | null>,
): Promise<Viewer | null> {
  const people = known();
  const before = people.get(proof);
  if (before && before.until > Date.now()) return before.viewer;
  const viewer = await find();
  if (!viewer || isModerator(viewer)) {
    people.delete(proof);
    return viewer;
  }
  if (people.size >= most) people.clear();
  people.set(proof, { viewer, until: Date.now() + milliseconds });
  return viewer;
}
