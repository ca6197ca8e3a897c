import { getTranslations } from "next-intl/server";
import { genericCard, shareCard, shareCardSize } from "@/components/debates/share-card";
import { getArgument } from "@/lib/arguments/queries/argument";

export const size = shareCardSize;
export const contentType = "image/png";
export const alt = "An argument with its side of the debate";

/** Drawn as an anonymous reader sees the argument; without one, the card of every page. */
export default async function Image({ params }: { params: Promise<{ slug: string; id: string }> }) {
  const { slug, id } = await params;
  const t = await getTranslations();
  const argument = await getArgument(id, null);
  if (!argument || argument.debate !== slug) return genericCard(t("shell.tagline"));
  const { stance, number, title, votes } = argument;
  const weight =
    votes.mean === null ? "" : ` · ${t("voting.mean", { mean: votes.mean, count: votes.count })}`;
  return shareCard({
    kicker: `${t(`common.voice.${stance}`)} ${number}${weight}`,
    title,
    stance,
    balance: null,
  });
}
