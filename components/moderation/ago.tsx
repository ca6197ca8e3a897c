import { useFormatter } from "next-intl";

/**
 * How long ago something was, for pages that are made anew for each look; the moment itself stands in
 * its tooltip.
 */
export function Ago({ value }: { value: string }) {
  const format = useFormatter();
  const moment = format.dateTime(new Date(value), {
    ...{ day: "numeric", month: "long", year: "numeric" },
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" },
  } as const);
  return (
    <time dateTime={value} title={moment}>
      {format.relativeTime(new Date(value), new Date())}
    </time>
  );
}
