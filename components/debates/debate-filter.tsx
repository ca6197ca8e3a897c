import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SegmentedLinks } from "@/components/ui/segments";
import type { DebateListInput } from "@/lib/debates/schema";
import { routes } from "@/lib/routes";

const kinds = [
  [undefined, "all"],
  ["OPEN", "open"],
  ["CLOSED", "closed"],
] as const;

/** Words to look for, and which debates to show: a form that asks, and links. */
export function DebateFilter({ input }: { input: DebateListInput }) {
  const t = useTranslations("debates.list");
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4" data-no-print="">
      <form action={routes.debates()} className="flex w-full max-w-lg flex-wrap items-end gap-2">
        <div className="grow">
          <label htmlFor="debates-q" className="block text-sm font-semibold">
            {t("search")}
          </label>
          <input
            id="debates-q"
            type="search"
            name="q"
            dir="auto"
            maxLength={200}
            defaultValue={input.q}
            className="control mt-1"
          />
        </div>
        {input.status ? <input type="hidden" name="status" value={input.status} /> : null}
        <Button variant="quiet" className="min-h-11">
          {t("find")}
        </Button>
      </form>
      <SegmentedLinks
        label={t("status")}
        links={kinds.map(([status, word]) => ({
          href: routes.debates({ q: input.q, status }),
          label: t(word),
          current: status === input.status,
        }))}
      />
    </div>
  );
}
