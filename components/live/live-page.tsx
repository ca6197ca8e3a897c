import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { DebateHead } from "@/lib/debates/view";
import { routes } from "@/lib/routes";
import { pluralForms } from "./forms";
import { StartLive } from "./start-live";
import type { Life, LivePlace, LiveWords } from "./words";

type Props = {
  /** The newest event when the page was made. */
  after: number;
  debate: Pick<DebateHead, "slug" | keyof Life>;
  /** The argument that the page is about, the ones it stands below, and how many comments it counts. */
  argument?: { id: string; above: readonly string[]; comments: number };
};

const kinds = ["arguments", "comments", "thread", "life", "page"] as const;

/**
 * What keeps an open page up to date: where its events are, the words to say them with, and the
 * lines at the foot of the screen that say what is new. Nothing to see without JavaScript.
 */
export function LivePage({ after, debate, argument }: Props) {
  const t = useTranslations("live");
  const { slug, status, locked, slowMinutes } = debate;
  const place: LivePlace = {
    events: routes.debateEvents(slug),
    after,
    debate: slug,
    argument: argument?.id ?? null,
    thread: argument ? [...argument.above, argument.id] : [],
    comments: argument?.comments ?? 0,
    life: { status, locked, slowMinutes },
    words: useLiveWords(),
  };
  const state = JSON.stringify(place);
  return (
    <>
      <div data-live={state} hidden />
      <div
        role="status"
        data-no-print=""
        className="pointer-events-none fixed inset-x-0 bottom-14 z-20 flex flex-col items-center gap-2 px-4 md:bottom-4"
      >
        {kinds.map((kind) => (
          <p
            key={kind}
            data-news={kind}
            hidden
            className="shadow-float pointer-events-auto flex items-center gap-3 rounded-sm border border-edge bg-paper py-1 ps-4 pe-1 text-sm"
          >
            <span data-news-words="" />
            <a
              href={routes.debate(slug)}
              className="inline-flex min-h-8 items-center font-semibold"
            >
              {t("show")}
            </a>
            <button
              type="button"
              data-news-hide=""
              aria-label={t("hide")}
              className="grid size-8 place-items-center"
            >
              <Icon name="x" />
            </button>
          </p>
        ))}
      </div>
      <StartLive state={state} />
    </>
  );
}

/** A mean that no number of people is confused with. */
const sample = 7.7;

function useLiveWords(): LiveWords {
  const locale = useLocale();
  const t = useTranslations("live");
  const voting = useTranslations("voting");
  const actions = useTranslations("arguments.actions");
  const written = new Intl.NumberFormat(locale).format(sample);
  return {
    newArguments: pluralForms(locale, (count) => t("newArguments", { count })),
    newReplies: pluralForms(locale, (count) => t("newReplies", { count })),
    newComments: pluralForms(locale, (count) => t("newComments", { count })),
    here: pluralForms(locale, (count) => t("here", { count })),
    mean: pluralForms(locale, (count) =>
      voting("mean", { mean: sample, count }).replace(written, "{mean}"),
    ),
    discuss: pluralForms(locale, (count) => actions("discuss", { count })),
    beFirst: voting("beFirst"),
    noVotes: voting("noVotes"),
    outOfDate: t("outOfDate"),
    signedOut: t("signedOut"),
    closed: t("closed"),
    showConclusion: t("showConclusion"),
    opened: t("opened"),
    locked: t("locked"),
    unlocked: t("unlocked"),
    slow: t("slow"),
    notSlow: t("notSlow"),
    threadLocked: t("threadLocked"),
    threadUnlocked: t("threadUnlocked"),
    show: t("show"),
  };
}

/** Where the number of people here is shown: its line is kept free, so that nothing moves. */
export function HereLine() {
  return <p data-live-here="" className="mt-1 min-h-5 text-xs text-muted tabular-nums" />;
}
