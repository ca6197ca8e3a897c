import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Icon } from "@/components/ui/icon";
import { VoiceMark, voiceClasses } from "@/components/ui/voice-mark";
import type { ArgumentColumn, ArgumentColumns as Columns } from "@/lib/arguments/view";
import { hrefOf } from "./address";
import { ArgumentCard } from "./argument-card";
import { phoneOrder } from "./interleave";
import { LinkedArguments } from "./linked-arguments";
import type { ListView } from "./list-view";

/**
 * Both sides beside each other; on a phone in one list in which they alternate. `mayAdd` shows the
 * way to a new argument on each side.
 */
export function ArgumentColumns({
  columns,
  view,
  mayAdd,
  toMotion = true,
}: {
  columns: Columns;
  view: ListView;
  mayAdd: boolean;
  /** Direct arguments for and against the motion, not replies to another. */
  toMotion?: boolean;
}) {
  const { side } = view.address;
  const both = side === "both";
  return (
    <div
      className={clsx(
        "grid gap-x-4 gap-y-10",
        both
          ? "grid-cols-2 [reading-flow:grid-order] md:gap-x-8 2xl:gap-x-12"
          : "max-w-measure grid-cols-1",
      )}
    >
      {side === "oppose" ? null : (
        <Side
          column={columns.support}
          view={view}
          both={both}
          mayAdd={mayAdd}
          toMotion={toMotion}
        />
      )}
      {side === "support" ? null : (
        <Side column={columns.oppose} view={view} both={both} mayAdd={mayAdd} toMotion={toMotion} />
      )}
      <LinkedArguments links={columns.links} debate={columns.debate} />
    </div>
  );
}

function Side({
  column,
  view,
  both,
  mayAdd,
  toMotion,
}: {
  column: ArgumentColumn;
  view: ListView;
  both: boolean;
  mayAdd: boolean;
  toMotion: boolean;
}) {
  const t = useTranslations("arguments");
  const { stance, items, total } = column;
  const { writing, address } = view;
  const id = `side-${stance.toLowerCase()}`;
  const last = { order: phoneOrder(stance, items.length + 50) };
  const after = stance === "SUPPORT" ? "afterSupport" : "afterOppose";
  return (
    <section
      aria-labelledby={id}
      className={both ? "contents md:block md:space-y-10" : "space-y-8"}
    >
      <SideHead column={column} id={id} view={view} mayAdd={mayAdd} />
      {writing?.at === stance ? <div className="col-span-full">{writing.form}</div> : null}
      {items.map((argument, index) => (
        <ArgumentCard
          key={argument.id}
          argument={argument}
          view={view}
          quietWord={both}
          order={both ? phoneOrder(stance, index) : undefined}
        />
      ))}
      {items.length === 0 ? (
        <p style={last} className="col-span-full max-w-measure font-serif text-lg text-muted">
          {t(total > 0 ? "emptyFiltered" : toMotion ? `empty.${stance}` : `emptyReplies.${stance}`)}
        </p>
      ) : null}
      {column.nextCursor || address[after] ? (
        <p style={last} className="col-span-full flex flex-wrap gap-x-6 text-sm" data-no-print="">
          {address[after] ? (
            <Anchor href={hrefOf(address, { [after]: undefined }, id)} className="py-2">
              {t(`fromTop.${stance}`)}
            </Anchor>
          ) : null}
          {column.nextCursor ? (
            <Anchor href={hrefOf(address, { [after]: column.nextCursor }, id)} className="py-2">
              {t(`next.${stance}`, { count: total })}
            </Anchor>
          ) : null}
        </p>
      ) : null}
    </section>
  );
}

function SideHead({
  column,
  id,
  view,
  mayAdd,
}: {
  column: ArgumentColumn;
  id: string;
  view: ListView;
  mayAdd: boolean;
}) {
  const t = useTranslations("arguments");
  const voice = useTranslations("common.voice");
  const { stance, total, share } = column;
  // There the bar at the foot of the screen offers it.
  const hiddenOnPhone = view.phoneBar;
  return (
    <header
      className={clsx(
        "flex items-start justify-between gap-x-4 self-start border-t-3 pt-2",
        voiceClasses[stance].edge,
      )}
    >
      <div>
        <h2 id={id} className="text-base sm:text-lg">
          <VoiceMark voice={stance}>{voice(stance)}</VoiceMark>
        </h2>
        <p className="text-xs text-muted tabular-nums">
          {t("count", { count: total })}
          {share === null ? null : <> · {t("share", { share })}</>}
        </p>
      </div>
      {mayAdd ? (
        <Anchor
          href={hrefOf(view.address, { add: stance }, "write")}
          scroll={false}
          data-no-print=""
          className={clsx(
            "min-h-8 items-center gap-1 text-sm font-medium no-underline hover:underline",
            hiddenOnPhone ? "hidden md:inline-flex" : "inline-flex",
          )}
        >
          <Icon name="plus" />
          {t("add")}
          <span className="sr-only">{t(`addTo.${stance}`)}</span>
        </Anchor>
      ) : null}
    </header>
  );
}
