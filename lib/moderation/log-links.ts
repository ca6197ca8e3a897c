import { routes } from "@/lib/routes";
import type { LogTarget } from "./log-view";

/** The path of what an entry is about; null when there is none any more. */
export function pathOfTarget({ debate, argument, commentId, person }: LogTarget): string | null {
  if (debate && argument) {
    return commentId === null
      ? routes.argument(debate.slug, argument.id)
      : routes.comment(debate.slug, argument.id, commentId);
  }
  if (debate) return routes.debate(debate.slug);
  return person && routes.member(person.handle);
}
