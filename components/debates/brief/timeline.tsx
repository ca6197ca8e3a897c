import { useTranslations } from "next-intl";
import { PartialDate } from "@/components/debates/partial-date";
import type { TimelineView } from "@/lib/debates/view";
import { Citations } from "./citations";
import { BriefSection } from "./section";

/** What happened when, as precisely as it is known. */
export function Timeline({ events }: { events: readonly TimelineView[] }) {
  const t = useTranslations("brief");
  if (events.length === 0) return null;
  return (
    <BriefSection id="timeline" title={t("sections.timeline")}>
      <ol className="ms-1 border-s border-edge">
        {events.map((event) => (
          <li key={event.id} className="relative pb-6 ps-6 last:pb-0">
            <span
              aria-hidden="true"
              className="absolute start-0 top-2 -ms-[4.5px] size-2 rounded-full bg-ink"
            />
            <PartialDate value={event.date} className="text-sm font-semibold normal-nums" />
            <p dir="auto">{event.text}</p>
            <Citations scope={`timeline-${event.id}`} sources={event.sources} />
          </li>
        ))}
      </ol>
    </BriefSection>
  );
}
