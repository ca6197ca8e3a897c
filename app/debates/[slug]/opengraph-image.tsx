import { getTranslations } from "next-intl/server";
import { genericCard, shareCard, shareCardSize } from "@/components/debates/share-card";
import { getColumns } from "@/lib/arguments/queries/columns";
import { getDebate } from "@/lib/debates/queries/context";

export const size = shareCardSize;
export const contentType = "image/png";
export const alt = "The motion with the balance of both sides";

/** Drawn as an anonymous reader sees the debate; a draft has the card of every page. */
export default async function Image({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const t = await getTranslations();
  const [debate, columns] = await Promise.all([
    getDebate(slug),
    getColumns(slug, null, null, { sort: "convincing", cited: false, limit: 1 }),
  ]);
  if (!debate || !columns) return genericCard(t("shell.tagline"));
  const { support, oppose } = columns;
  const all = support.total + oppose.total;
  const words = (side: typeof support) =>
    side.share === null
      ? t("debates.balance.side", { count: side.total })
      : t("debates.balance.share", { share: side.share });
  return shareCard({
    kicker: t("debates.motion"),
    title: debate.motion,
    stance: null,
    balance:
      all === 0
        ? null
        : {
            part: support.share ?? support.total / all,
            support: `${t("common.voice.SUPPORT")}, ${words(support)}`,
            oppose: `${t("common.voice.OPPOSE")}, ${words(oppose)}`,
          },
  });
}
