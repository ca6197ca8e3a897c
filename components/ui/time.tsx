import { useFormatter } from "next-intl";

/**
 * A moment, always absolute, in the site's zone: pages are kept and shown later.
 * @param value a Date or ISO 8601 text
 * @param precision "minute" adds the time of day and the zone
 */
export function Time({
  value,
  precision = "day",
  className,
}: {
  value: Date | string;
  precision?: "day" | "minute";
  className?: string;
}) {
  const format = useFormatter();
  const date = typeof value === "string" ? new Date(value) : value;
  const words = format.dateTime(date, {
    day: "numeric",
    month: "long",
    year: "numeric",
    ...(precision === "minute"
      ? ({ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" } as const)
      : {}),
  });
  return (
    <time dateTime={date.toISOString()} className={className}>
      {words}
    </time>
  );
}
