import { useLocale } from "next-intl";
import { formatPartialDate, type PartialDate as Value } from "@/lib/shared/partial-date";

/** A date as precisely as it is known: "2018", "March 2025", "4 March 2025". */
export function PartialDate({ value, className }: { value: Value; className?: string }) {
  return (
    <time dateTime={value} className={className}>
      {formatPartialDate(value, useLocale())}
    </time>
  );
}
