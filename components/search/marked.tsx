import type { MarkedText } from "@/lib/search/marked-text";

/** Text in which what was found is marked. */
export function Marked({ text }: { text: MarkedText }) {
  return text.map((piece, index) =>
    piece.marked ? (
      <mark
        key={index}
        className="bg-transparent font-semibold text-inherit underline underline-offset-2"
      >
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
