import clsx from "clsx";

export type Voice = "SUPPORT" | "OPPOSE";

/** Text, mark, ground and edge classes of a voice. */
export const voiceClasses: Record<
  Voice,
  { text: string; mark: string; wash: string; edge: string; fill: string }
> = {
  SUPPORT: {
    text: "text-support",
    mark: "text-support-mark",
    wash: "bg-support-wash",
    edge: "border-support-mark",
    fill: "bg-support-mark",
  },
  OPPOSE: {
    text: "text-oppose",
    mark: "text-oppose-mark",
    wash: "bg-oppose-wash",
    edge: "border-oppose-mark",
    fill: "bg-oppose-mark",
  },
};

/**
 * The drawn mark of a voice, a triangle up for support and down against, with its word.
 * Pass the word as children; `bare` leaves it to screen readers where the column already says it.
 */
export function VoiceMark({
  voice,
  children,
  bare = false,
  className,
}: {
  voice: Voice;
  children: string;
  bare?: boolean;
  className?: string;
}) {
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1.5 font-semibold",
        voiceClasses[voice].text,
        className,
      )}
    >
      <svg
        viewBox="0 0 12 12"
        aria-hidden="true"
        className={clsx("size-[0.7em] flex-none", voiceClasses[voice].mark)}
      >
        <path d={voice === "SUPPORT" ? "M6 1 11.5 11H.5Z" : "M6 11 .5 1h11Z"} fill="currentColor" />
      </svg>
      <span className={bare ? "sr-only" : undefined}>{children}</span>
    </span>
  );
}
