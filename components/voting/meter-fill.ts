/** The meter's drawing units: five segments of 10, one apart. */
const segments = 5;
const width = 10;
const gap = 1;

export const meterWidth = segments * width + (segments - 1) * gap;

/**
 * How far each of the five segments is filled, 0 to 1.
 * @param mean 0 (no weight) to 4 (decisive); null before the first vote
 */
export function segmentFills(mean: number | null): number[] {
  const filled = ((mean ?? 0) / 4) * segments;
  return Array.from(
    { length: segments },
    (_, index) => Math.round(Math.min(1, Math.max(0, filled - index)) * 100) / 100,
  );
}

/** The segments as one SVG path, each as wide as it is filled. */
export function meterPath(fills: readonly number[], height: number): string {
  return fills
    .map((fill, index) => {
      if (fill === 0) return "";
      const wide = Math.round(fill * width * 10) / 10;
      return `M${index * (width + gap)} 0h${wide}v${height}h-${wide}z`;
    })
    .join("");
}
