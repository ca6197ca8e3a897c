import { Anchor } from "@/components/ui/anchor";
import { Weight } from "@/components/voting/weight";
import type { ArgumentView } from "@/lib/arguments/view";
import { routes } from "@/lib/routes";
import { anchorOf, hrefOf } from "./address";
import { ArgumentActions } from "./argument-actions";
import { ArgumentLabel } from "./argument-label";
import type { ListView } from "./list-view";
import { Marks } from "./marks";
import { Reasons } from "./reasons";
import { CorrectedFacts } from "./corrected-facts";
import { Grounds } from "./source-chips";

/** One argument in a list: its label, claim, reasons, grounds, weight and actions. */
export function ArgumentEntry({
  argument,
  view,
  heading: Heading = "h3",
  quietWord = false,
}: {
  argument: ArgumentView;
  view: ListView;
  heading?: "h3" | "h4" | "h5" | "h6";
  quietWord?: boolean;
}) {
  const { id, title } = argument;
  const { address } = view;
  const here = hrefOf(address, { open: address.open }, anchorOf(id));
  const replyHref = hrefOf(address, { open: address.open, reply: id }, `reply-${id}`);
  return (
    <>
      <ArgumentLabel
        stance={argument.stance}
        number={argument.number}
        isNew={argument.isNew}
        archived={argument.status === "ARCHIVED"}
        featured={argument.featured}
        locked={argument.locked}
        quietWord={quietWord}
      />
      <Heading
        dir="auto"
        className={
          Heading === "h3"
            ? "mt-1 font-serif text-lg leading-[1.25]"
            : "mt-0.5 font-serif text-base leading-snug font-semibold"
        }
      >
        <Anchor
          href={routes.argument(argument.debate, id)}
          className="no-underline hover:underline"
        >
          {title}
        </Anchor>
      </Heading>
      <Marks marks={argument.marks} />
      <CorrectedFacts argument={argument} briefHref={view.briefHref} />
      <Reasons body={argument.body} title={title}>
        <Grounds
          scope={id}
          sources={argument.sources}
          facts={argument.facts}
          factHref={view.briefHref}
        />
      </Reasons>
      <Weight argument={argument} here={here}>
        <ArgumentActions argument={argument} replyHref={replyHref} signedIn={view.signedIn} />
      </Weight>
    </>
  );
}
