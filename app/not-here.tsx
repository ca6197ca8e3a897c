import type { ComponentType, ReactElement } from "react";
import { answerNotFound } from "@/lib/server/answer-status";
import NotFound from "./not-found";

export { generateMetadata as notHereMetadata } from "./not-found";

/**
 * What a page returns when there is nothing to show: answered with 404, its words in the html. (After
 * Next's own notFound() the html is empty, and a script has to fill it.)
 */
export function notHere(Words: ComponentType = NotFound): ReactElement {
  answerNotFound();
  return <Words />;
}
