import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { voiceClasses } from "@/components/ui/voice-mark";
import type { ArgumentThread } from "@/lib/arguments/view";
import { routes } from "@/lib/routes";
import { anchorOf, hrefOf } from "./address";
import { ArgumentEntry } from "./argument-entry";
import { shownLevels } from "./find-in-page";
import type { ListView } from "./list-view";

const headings = ["h4", "h5", "h6"] as const;

/** All replies to an argument below it, each level with a rail in its voice. */
export function OpenThread({ thread, view }: { thread: ArgumentThread; view: ListView }) {
  const t = useTranslations("arguments");
  return (
    <section aria-label={t("repliesTo", { title: thread.title })} className="mt-4">
      <p className="flex flex-wrap gap-x-4 text-xs">
        <Anchor
          href={hrefOf(view.address, {}, anchorOf(thread.id))}
          scroll={false}
          className="inline-flex min-h-8 items-center"
        >
          {t("closeReplies")}
        </Anchor>
      </p>
      <Replies of={thread} view={view} level={1} />
    </section>
  );
}

function Replies({ of, view, level }: { of: ArgumentThread; view: ListView; level: number }) {
  const t = useTranslations("arguments");
  return (
    <>
      {of.replies.length > 0 ? (
        <ul className="space-y-5">
          {of.replies.map((reply) => (
            <li key={reply.id}>
              <Branch reply={reply} view={view} level={level} />
            </li>
          ))}
        </ul>
      ) : null}
      {of.more > 0 ? (
        <p className="mt-2 text-xs">
          <Anchor
            href={`${routes.argument(of.debate, of.id)}#replies`}
            className="inline-flex min-h-8 items-center"
          >
            {t("moreReplies", { count: of.more, number: of.number })}
          </Anchor>
        </p>
      ) : null}
    </>
  );
}

function Branch({ reply, view, level }: { reply: ArgumentThread; view: ListView; level: number }) {
  const below = reply.children.support + reply.children.oppose;
  const cutHere = level >= shownLevels;
  const shown = cutHere ? { ...reply, replies: [], more: below } : reply;
  return (
    <article
      id={anchorOf(reply.id)}
      tabIndex={-1}
      className={clsx(
        "@container border-s-3 ps-3 target:bg-wash sm:ps-4",
        voiceClasses[reply.stance].edge,
        view.address.posted === reply.id && "bg-wash py-3 pe-3",
      )}
    >
      <ArgumentEntry argument={reply} view={view} heading={headings[level - 1]} />
      {view.writing?.at === reply.id ? view.writing.form : null}
      {below > 0 ? (
        <div className="mt-4">
          <Replies of={shown} view={view} level={level + 1} />
        </div>
      ) : null}
    </article>
  );
}
