import { anchorOf } from "@/components/arguments/anchor-of";
import type { Change } from "@/lib/live/schema";
import { routes } from "@/lib/routes";
import { sayCount } from "./forms";
import { lifeNews } from "./life-news";
import { setText } from "./meters";
import type { Life, LivePlace } from "./words";

type Added = NonNullable<Change["added"]>[number];

/**
 * What is new and not in the page: said in a line that floats at the foot of the screen, with a
 * link that shows it. The page itself stays as it is until the reader asks.
 */
export class News {
  private readonly added = new Map<string, Added>();
  /** The newest event that was heard of: the page that a line leads to must show it. */
  private newest = 0;

  constructor(
    private readonly place: LivePlace,
    private readonly locale: string,
  ) {
    for (const line of this.lines()) line.hidden = true;
  }

  heardOf(event: number): void {
    this.newest = Math.max(this.newest, event);
  }

  add(argument: Added): void {
    const { argument: mine } = this.place;
    if (mine !== null && argument.parentId !== mine) return;
    if (document.getElementById(anchorOf(argument.id))) return;
    this.added.set(argument.id, argument);
    this.showArguments();
  }

  archive(id: string): void {
    if (this.added.delete(id)) this.showArguments();
  }

  /** @param count how many comments the page's argument has now */
  comments(count: number): void {
    const { debate, argument, comments, words } = this.place;
    if (argument === null) return;
    const more = Math.max(0, count - comments);
    const href = `${routes.argument(debate, argument, this.query())}#discussion`;
    this.say("comments", more > 0 ? sayCount(words.newComments, more, this.locale) : "", href);
  }

  /** The debate was closed, opened, locked or slowed; what the page says already is no news. */
  life(now: Life): void {
    const { debate, life: was, words } = this.place;
    const closed = now.status !== "OPEN" && now.status !== was.status;
    const href = `${routes.debate(debate, this.query())}#life`;
    this.say("life", lifeNews(was, now, words), href, closed ? words.showConclusion : words.show);
  }

  /** A thread was locked or unlocked: of matter where the page is part of it, or shows its head. */
  thread({ id, locked }: NonNullable<Change["threads"]>[number]): void {
    const { debate, thread, words } = this.place;
    if (!thread.includes(id) && !document.getElementById(anchorOf(id))) return;
    const said = locked ? words.threadLocked : words.threadUnlocked;
    this.say("thread", said, routes.argument(debate, id, this.query()));
  }

  outOfDate(): void {
    const { debate, argument, words } = this.place;
    const query = this.query();
    const href = argument ? routes.argument(debate, argument, query) : routes.debate(debate, query);
    this.say("page", words.outOfDate, href);
  }

  /** The account of this page was signed out: signing in again says why. */
  signedOut(): void {
    this.say("page", this.place.words.signedOut, routes.signIn(location.pathname));
  }

  private showArguments(): void {
    const { words } = this.place;
    const all = [...this.added.values()];
    const replies = all.length > 0 && all.every(({ parentId }) => parentId !== null);
    const said = sayCount(replies ? words.newReplies : words.newArguments, all.length, this.locale);
    this.say("arguments", all.length > 0 ? said : "", this.hrefOf(all));
  }

  /** Where all of them can be seen: the newest first, or the replies to the one they answer. */
  private hrefOf(all: readonly Added[]): string {
    const { debate } = this.place;
    const parents = new Set(all.map(({ parentId }) => parentId));
    if (parents.has(null)) return `${routes.debate(debate, this.query("newest"))}#arguments`;
    const [parent] = parents;
    if (parents.size > 1 || !parent) return routes.debateHistory(debate, this.query());
    return `${routes.argument(debate, parent, this.query("newest"))}#replies`;
  }

  private query(sort?: "newest") {
    return { sort, after: this.newest || undefined };
  }

  /** Says something, or takes it back when there is nothing to say any more. */
  private say(about: string, text: string, href: string, way = this.place.words.show): void {
    const line = this.lines().find(({ dataset }) => dataset.news === about);
    if (!line) return;
    const link = line.querySelector("a");
    link?.setAttribute("href", href);
    setText(link, way);
    setText(line.querySelector("[data-news-words]"), text);
    line.hidden = text === "";
  }

  private lines(): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>("[data-news]")];
  }
}
