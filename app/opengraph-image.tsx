import { genericCard, shareCardSize } from "@/components/debates/share-card";
import { translator } from "@/lib/i18n/translator";

export const dynamic = "force-dynamic";
export const size = shareCardSize;
export const contentType = "image/png";
export const alt = "Counterpoint";

/** The card of every page that has none of its own, and of whatever is not public. */
export default function Image() {
  return genericCard(translator("shell")("tagline"));
}
