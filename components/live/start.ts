import type { Change, Here } from "@/lib/live/schema";
import { sayCount } from "./forms";
import { countComments, moveMeters, setText } from "./meters";
import { News } from "./news";
import { listen, type Heard } from "./stream";
import type { LivePlace } from "./words";

/**
 * Keeps the page up to date, in both editions: meters and counts move in place, what is new is
 * announced and shown when asked for. Nothing that a person reads or types is moved.
 *
 * @returns a function that stops it
 */
export function startLive(): () => void {
  const marker = document.querySelector<HTMLElement>("[data-live]");
  if (!marker || typeof EventSource !== "function") return () => undefined;
  const place = JSON.parse(marker.dataset.live ?? "") as LivePlace;
  const locale = document.documentElement.lang || "en";
  const news = new News(place, locale);
  forgetAsked();
  const hide = (event: Event) => {
    const button = event.target instanceof Element && event.target.closest("[data-news-hide]");
    const line = button && button.closest<HTMLElement>("[data-news]");
    if (line) line.hidden = true;
  };
  document.addEventListener("click", hide);
  const stop = listen(place.events, place.after, (heard) => apply(heard, place, locale, news));
  return () => {
    document.removeEventListener("click", hide);
    stop();
  };
}

/** The event that a link named was for the server; the address that is shared does without it. */
function forgetAsked(): void {
  const address = new URL(location.href);
  if (!address.searchParams.has("after")) return;
  address.searchParams.delete("after");
  history.replaceState(history.state, "", address);
}

function apply(heard: Heard, place: LivePlace, locale: string, news: News): void {
  if (heard.event === "reset") return news.outOfDate();
  if (heard.event === "ended") return news.signedOut();
  if (heard.event === "here") {
    const { count } = heard.data as Here;
    const said = count > 1 ? sayCount(place.words.here, count, locale) : "";
    for (const element of document.querySelectorAll("[data-live-here]")) setText(element, said);
    return;
  }
  news.heardOf(heard.id);
  const { votes, comments, added, archived, debate, threads } = heard.data as Change;
  for (const tally of votes ?? []) moveMeters(tally, place.words, locale);
  for (const counted of comments ?? []) {
    countComments(counted, place.words, locale);
    if (counted.id === place.argument) news.comments(counted.count);
  }
  for (const argument of added ?? []) news.add(argument);
  for (const id of archived ?? []) news.archive(id);
  for (const thread of threads ?? []) news.thread(thread);
  if (debate) news.life(debate);
}
