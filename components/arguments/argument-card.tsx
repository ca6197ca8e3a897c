import clsx from "clsx";
import { voiceClasses } from "@/components/ui/voice-mark";
import type { ArgumentCard as Card } from "@/lib/arguments/view";
import { anchorOf, hrefOf } from "./address";
import { ArgumentEntry } from "./argument-entry";
import { BestReply } from "./best-reply";
import type { ListView } from "./list-view";
import { OpenThread } from "./open-thread";

/** An argument of a column, with its strongest reply or, when opened, all of its replies. */
export function ArgumentCard({
  argument,
  view,
  quietWord = false,
  order,
}: {
  argument: Card;
  view: ListView;
  quietWord?: boolean;
  /** Its place on a phone, where both sides share one column. */
  order?: number;
}) {
  const { id, stance, children, bestReply } = argument;
  const { address, thread, writing } = view;
  const replies = children.support + children.oppose;
  return (
    <article
      id={anchorOf(id)}
      tabIndex={-1}
      data-keep-together=""
      style={order === undefined ? undefined : { order }}
      className={clsx(
        "@container col-span-full border-s-3 ps-4 target:bg-wash",
        voiceClasses[stance].edge,
        address.posted === id && "bg-wash py-3 pe-3",
      )}
    >
      <ArgumentEntry argument={argument} view={view} quietWord={quietWord} />
      {writing?.at === id ? writing.form : null}
      {thread?.id === id ? (
        <OpenThread thread={thread} view={view} />
      ) : bestReply ? (
        <BestReply
          reply={bestReply}
          count={replies}
          href={hrefOf(address, { open: id }, anchorOf(id))}
        />
      ) : null}
    </article>
  );
}
