import { ArgumentCard } from "@/components/arguments/argument-card";
import { ArgumentColumns } from "@/components/arguments/columns";
import type { ListView } from "@/components/arguments/list-view";
import { WaysOfLooking } from "@/components/arguments/ways-of-looking";
import { PositionQuestion } from "@/components/reader/position-question";
import type { ArgumentColumns as Columns, ArgumentView } from "@/lib/arguments/view";
import type { BriefView, DebateHead } from "@/lib/debates/view";
import { RefusedNotice } from "@/components/ui/refused-notice";
import { maySee, type Permission } from "@/lib/shared/permission";
import type { ReactNode } from "react";
import { LifeNotes } from "./life-notes";
import { EditWay, GoOnEditing } from "./edit-way";
import { PhoneBar } from "./phone-bar";
import { Decision, DebateWays } from "./decision";

/**
 * The page of the product: the decision in a column that stays, its arguments beside it. Narrower
 * than a laptop, the decision stands above.
 */
export function DebatePage({
  debate,
  brief,
  columns,
  view,
  announcement,
  posted = null,
  follow = null,
  rights,
}: {
  debate: DebateHead;
  brief: BriefView | null;
  columns: Columns;
  view: ListView;
  /** What was just posted. */
  announcement?: ReactNode;
  /** The posted argument, when it stands further down than this page goes. */
  posted?: ArgumentView | null;
  /** For members: the button that follows this debate. */
  follow?: ReactNode;
  /** What the reader may do here. */
  rights: { edit: boolean; add: Permission };
}) {
  return (
    <div className="gap-x-10 xl:grid xl:grid-cols-[24rem_minmax(0,1fr)] 2xl:grid-cols-[26rem_minmax(0,1fr)] 2xl:gap-x-16">
      <div className="xl:sticky xl:top-0 xl:-ms-3 xl:-mt-6 xl:max-h-dvh xl:self-start xl:overflow-y-auto xl:py-6 xl:ps-3 xl:pe-5 xl:[scrollbar-gutter:stable] xl:[scrollbar-width:thin] print:max-h-none">
        <Decision debate={debate} brief={brief} />
        <DebateWays slug={debate.slug}>
          {rights.edit ? <EditWay slug={debate.slug} /> : null}
        </DebateWays>
        {follow}
        {view.signedIn ? null : <PositionQuestion debate={debate.slug} />}
      </div>
      <div className="mt-8 min-w-0 space-y-6 xl:mt-0" id="arguments">
        <div id="life" className="scroll-mt-4 space-y-6 empty:hidden">
          <LifeNotes debate={debate} />
        </div>
        {debate.status === "DRAFT" && rights.edit ? <GoOnEditing slug={debate.slug} /> : null}
        {view.writing ? null : <WhyNot refusal={rights.add} />}
        {announcement}
        {posted ? <ArgumentCard argument={{ ...posted, bestReply: null }} view={view} /> : null}
        <WaysOfLooking address={view.address} />
        <ArgumentColumns columns={columns} view={view} mayAdd={maySee(rights.add)} />
      </div>
      {view.phoneBar && !view.writing ? <PhoneBar address={view.address} /> : null}
    </div>
  );
}

/** What keeps this reader from adding anything; what keeps everybody from it is said above. */
function WhyNot({ refusal }: { refusal: Permission }) {
  if (refusal.granted || refusal.because !== "SILENCED") return null;
  return <RefusedNotice refusal={refusal} />;
}
