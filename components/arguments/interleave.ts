import type { Stance } from "@/lib/arguments/vocabulary";

/**
 * The place of an argument on a phone, where both sides share one column: strongest for, strongest
 * against, second for, second against, and so on. When one side ends, the other goes on.
 * @param index 0 for the first of its side
 * @returns a CSS `order`, 1 or more (0 is left to what stands above the lists)
 */
export function phoneOrder(stance: Stance, index: number): number {
  return 1 + index * 2 + (stance === "SUPPORT" ? 0 : 1);
}
