import clsx from "clsx";

export type Voice = "SUPPORT" | "OPPOSE";

/** Text, mark, ground and edge classes of a voice. */
export const voiceClasses: Record<
  Voice,
  { text: string; mark: string; wash: string; edge: string; fill: string; before: string }
> = {
  SUPPORT: {
    text: "text-support",
    mark: "text-support-mark",
    wash: "bg-support-wash",
    edge: "border-support-mark",
    fill: "bg-support-mark",
    before: "before:bg-support-mark",
  },
  OPPOSE: {
    text: "text-oppose",
    mark: "text-oppose-mark",
    wash: "bg-oppose-wash",
    edge: "border-oppose-mark",
    fill: "bg-oppose-mark",
    before: "before:bg-oppose-mark",
  },
};

/**
 * The drawn mark of a voice, a triangle up for support and down against, with its word.
 * Pass the word as children; `bare` leaves it to screen readers where the column already says it:
 * always, or from a tablet's width on.
 */
export function VoiceMark({
  voice,
  children,
  bare = false,
  className,
}: {
  voice: Voice;
  children: string;
  bare?: boolean | "from tablet";
  className?: string;
}) {
  return (
    <span
      data-voice={voice}
      className={clsx(
        "voice-mark",
        voiceClasses[voice].text,
        voiceClasses[voice].before,
        className,
      )}
    >
      {bare ? (
        <span className={bare === true ? "sr-only" : "md:sr-only"}>{children}</span>
      ) : (
        children
      )}
    </span>
  );
}
