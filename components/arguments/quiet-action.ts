import { iconBefore, type IconName } from "@/components/ui/icon";

/** The quiet row below an argument: what can be done with it. */
export const quietRow = "mt-1 flex flex-wrap items-start gap-x-4 text-xs text-muted print:hidden";

/** One action of the row: a link, a button or a summary. */
export const quietAction =
  "inline-flex min-h-8 cursor-pointer items-center gap-1.5 rounded-sm font-medium text-muted no-underline hover:text-ink hover:underline";

/** The same with a drawing, which is left out where the row would not fit. */
export function quietActionWith(name: IconName): string {
  return `${quietAction} ${iconBefore(name)} @max-[24rem]:before:hidden`;
}
