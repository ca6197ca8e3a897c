import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { ChipLink } from "@/components/ui/chip";
import { Menu } from "@/components/ui/menu";
import { SegmentedLinks } from "@/components/ui/segments";
import { sorts } from "@/lib/arguments/vocabulary";
import { hrefOf, sides, type ArgumentsAddress } from "./address";

/** Which side, in what order, with sources only: links, so that each way of looking has an address. */
export function WaysOfLooking({ address }: { address: ArgumentsAddress }) {
  const t = useTranslations("arguments.look");
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3" data-no-print="">
      <div className="w-full sm:w-auto">
        <SegmentedLinks
          label={t("sides")}
          links={sides.map((side) => ({
            href: hrefOf(address, { side }, "arguments"),
            label: t(`side.${side}`),
            current: side === address.side,
          }))}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <Menu
          id="sort"
          label={<span>{t("sortedBy", { sort: t(`sort.${address.sort}`) })}</span>}
          buttonClassName="font-medium"
        >
          <ul>
            {sorts.map((sort) => (
              <li key={sort}>
                <Anchor
                  href={hrefOf(address, { sort }, "arguments")}
                  aria-current={sort === address.sort ? "true" : undefined}
                  className="aria-[current]:font-semibold"
                >
                  {t(`sort.${sort}`)}
                </Anchor>
              </li>
            ))}
          </ul>
        </Menu>
        <ChipLink
          href={hrefOf(address, { cited: !address.cited }, "arguments")}
          current={address.cited}
        >
          {t("cited")}
        </ChipLink>
      </div>
    </div>
  );
}
