import "server-only";
import { tellChanged } from "@/lib/live/changes";
import { tellHappened, type Happening } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import type { TargetRef } from "../target";

/** Word of what was done or taken back: to kept pages, remembered people and open pages. */
export function tellActed(about: TargetRef, handle: string, happening: Happening | null): void {
  if (about.target === "PERSON") tellChanged(...affected.sanction(handle));
  else tellChanged(...affected.moderation(about.debateId, handle), ...affected.debateLife());
  if (happening) tellHappened(happening);
}
