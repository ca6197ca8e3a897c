import { z } from "zod";
import { argumentMarks } from "@/lib/arguments/vocabulary";
import { publicId } from "@/lib/shared/ids";
import { suggestionKinds } from "@/lib/suggestions/vocabulary";
import type { LogActor, LogChange, LogEntryView, LogTarget } from "../log-view";

/** An entry as it is read; a name is null where nobody is to be told it. */
export type LogRow = {
  id: number;
  at: Date;
  action: LogEntryView["action"];
  target: LogTarget["kind"];
  ground: LogEntryView["ground"];
  details: unknown;
  automatic: boolean;
  suggested: boolean;
  debateId: number | null;
  slug: string | null;
  debateTitle: string | null;
  argumentId: number | null;
  path: number[] | null;
  argumentTitle: string | null;
  commentId: number | null;
  actorHandle: string | null;
  actorName: string | null;
  personHandle: string | null;
  personName: string | null;
  reason: string;
  until: string | null;
  purged: boolean;
  undoes: number | null;
  undoneBy: number | null;
  appealed: boolean;
  outcome: number | null;
  outcomeAction: string | null;
  decidesAppealOf: number | null;
  previousHash: string;
  hash: string;
};

export function toEntryView(row: LogRow): LogEntryView {
  const { id, action, ground, reason, until, undoes, undoneBy, decidesAppealOf } = row;
  const { purged, previousHash, hash } = row;
  return {
    id,
    at: row.at.toISOString(),
    action,
    target: targetIn(row),
    ground,
    change: changeIn(row),
    waited: waitedIn(row),
    suggested: row.suggested,
    reason,
    by: actorIn(row),
    until,
    undoes,
    undoneBy,
    appeal: appealIn(row),
    decidesAppealOf,
    purged,
    previousHash,
    hash,
  };
}

function targetIn(row: LogRow): LogTarget {
  const { debateId, argumentId, commentId } = row;
  return {
    kind: row.target,
    debate: row.slug === null ? null : { slug: row.slug, title: row.debateTitle ?? "" },
    argument:
      debateId === null || argumentId === null
        ? null
        : {
            id: publicId({ debateId, id: argumentId }),
            number: row.path?.join(".") ?? "",
            title: row.argumentTitle,
          },
    commentId:
      debateId === null || commentId === null ? null : publicId({ debateId, id: commentId }),
    person: personIn(row.personHandle, row.personName),
  };
}

const waiting = z.object({ suggestion: z.string(), kind: z.enum(suggestionKinds) });

function waitedIn({ action, details }: LogRow): LogEntryView["waited"] {
  if (action !== "APPROVE" && action !== "DECLINE" && action !== "RESTORE") return null;
  return waiting.safeParse(details).data?.kind ?? null;
}

const numbered = z.object({ number: z.string() });
const move = z.object({ from: numbered, to: numbered });
const towards = z.object({ to: numbered });
const marked = z.object({ to: z.object({ marks: z.array(z.enum(argumentMarks)) }) });

function changeIn({ action: kind, details, undoes }: LogRow): LogChange | null {
  if (undoes !== null) return null;
  if (kind === "MOVE") {
    const { data } = move.safeParse(details);
    return data ? { kind, from: data.from.number, to: data.to.number } : null;
  }
  if (kind === "MERGE" || kind === "SPLIT" || kind === "LINK") {
    const { data } = towards.safeParse(details);
    return data ? { kind, to: data.to.number } : null;
  }
  if (kind !== "MARK") return null;
  const { data } = marked.safeParse(details);
  return data ? { kind, to: data.to.marks } : null;
}

function personIn(handle: string | null, name: string | null) {
  return handle === null ? null : { handle, name: name ?? handle };
}

function actorIn(row: LogRow): LogActor {
  if (row.automatic) return { kind: "AUTOMATIC" };
  const person = personIn(row.actorHandle, row.actorName);
  if (person) return { kind: "PERSON", ...person };
  return { kind: row.debateId === null ? "MODERATOR" : "DEBATE_MODERATOR" };
}

function appealIn({ appealed, outcome, outcomeAction }: LogRow): LogEntryView["appeal"] {
  if (!appealed) return null;
  if (outcome === null) return { state: "WAITING", outcome };
  return { state: outcomeAction === "UPHOLD" ? "UPHELD" : "OVERTURNED", outcome };
}
