import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { QueueFilter } from "@/lib/moderation/queue-schema";
import { takenStates, waitingDays } from "@/lib/moderation/queue-vocabulary";
import { flagReasons, moderationTargets, reviewCauses } from "@/lib/moderation/vocabulary";
import { routes } from "@/lib/routes";

/** Narrows the queue, by an address that can be kept. */
export function QueueFilterForm({
  filter,
  debates,
}: {
  filter: QueueFilter;
  debates: readonly { slug: string; title: string }[];
}) {
  const t = useTranslations("moderation");
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  const lists = useChoices(debates);
  return (
    <details open={narrowed} className="min-w-0 flex-1">
      <summary className="w-fit text-sm font-medium">{t("queue.filter.title")}</summary>
      <form
        action={routes.moderation()}
        role="search"
        aria-label={t("queue.filter.title")}
        className="mt-4 space-y-4"
      >
        <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <TextField
            scope="queue"
            name="q"
            type="search"
            label={t("queue.filter.q")}
            defaultValue={filter.q}
            maxLength={100}
          />
          {Object.entries(lists).map(([name, options]) => (
            <Select
              key={name}
              scope="queue"
              name={name}
              label={t(`queue.filter.by.${name as keyof typeof lists}`)}
              defaultValue={String(filter[name as keyof typeof lists] ?? "")}
              options={[{ value: "", label: t("queue.filter.any") }, ...options]}
            />
          ))}
        </div>
        <div className="flex flex-wrap items-center gap-6">
          <Button variant="quiet" size="small">
            {t("queue.filter.submit")}
          </Button>
          {narrowed ? (
            <Anchor href={routes.moderation()} className="text-sm">
              {t("queue.filter.clear")}
            </Anchor>
          ) : null}
        </div>
      </form>
    </details>
  );
}

/** What can be chosen in each list. */
function useChoices(debates: readonly { slug: string; title: string }[]) {
  const t = useTranslations("moderation");
  return {
    cause: reviewCauses.map((value) => ({ value, label: t(`cause.${value}`) })),
    target: moderationTargets.map((value) => ({ value, label: t(`target.${value}`) })),
    reason: flagReasons.map((value) => ({ value, label: t(`reason.${value}`) })),
    debate: debates.map(({ slug, title }) => ({ value: slug, label: title })),
    taken: takenStates.map((value) => ({ value, label: t(`queue.filter.taken.${value}`) })),
    escalated: (["true", "false"] as const).map((value) => ({
      value,
      label: t(`queue.filter.escalated.${value}`),
    })),
    days: waitingDays.map((days) => ({
      value: String(days),
      label: t("queue.filter.days", { days }),
    })),
  };
}
