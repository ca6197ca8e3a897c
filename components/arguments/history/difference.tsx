import { useTranslations } from "next-intl";
import { wordsChanged, type Piece } from "./words-changed";

/** What became of a text, word by word; the text alone when there was none before. */
export function Difference({ before, after }: { before?: string; after: string }) {
  if (before === undefined) return after;
  return wordsChanged(before, after).map((piece, index) => <Part key={index} piece={piece} />);
}

/** Told apart by a line and by words for screen readers, not by colour alone. */
function Part({ piece }: { piece: Piece }) {
  const t = useTranslations("arguments.history");
  if (piece.change === "same") return piece.text;
  const Tag = piece.change === "added" ? "ins" : "del";
  return (
    <Tag
      className={
        piece.change === "added"
          ? "bg-wash font-semibold underline decoration-2 underline-offset-4"
          : "text-muted line-through"
      }
    >
      <span className="sr-only"> {t(piece.change)}</span>
      {piece.text}
      <span className="sr-only">{t("end")} </span>
    </Tag>
  );
}
