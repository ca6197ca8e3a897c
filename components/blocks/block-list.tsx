import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { SectionHeading } from "@/components/ui/heading";
import { ShowMore } from "@/components/ui/show-more";
import { Time } from "@/components/ui/time";
import type { BlockView } from "@/lib/blocks/view";
import { routes, withQuery } from "@/lib/routes";
import type { Page } from "@/lib/shared/cursor";
import { UnblockForm } from "./unblock-form";

/** Whom one blocked, each to be unblocked. */
export function BlockList({ blocks: { items, nextCursor } }: { blocks: Page<BlockView> }) {
  const t = useTranslations("blocks");
  return (
    <section id="blocked" className="scroll-mt-4 space-y-4">
      <SectionHeading>{t("title")}</SectionHeading>
      <p>{t("lead")}</p>
      {items.length === 0 ? <p className="text-muted">{t("empty")}</p> : null}
      <ul className="space-y-3">
        {items.map(({ person: { handle, name }, since }) => (
          <li key={handle} className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <span>
              <Anchor href={routes.member(handle)}>
                <bdi>{name}</bdi>
              </Anchor>{" "}
              <span className="text-sm text-muted">
                {t.rich("since", { time: () => <Time value={since} /> })}
              </span>
            </span>
            <UnblockForm handle={handle} name={name} />
          </li>
        ))}
      </ul>
      <ShowMore
        href={nextCursor && `${withQuery(routes.account(), { blocks: nextCursor })}#blocked`}
        label={t("more")}
      />
    </section>
  );
}
