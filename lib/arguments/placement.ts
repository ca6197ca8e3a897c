import { canModerate } from "@/lib/moderation/rules";
import type { DebateStatus } from "@/lib/debates/schema";
import { granted, refused, type Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import { argumentLimits, type Stance } from "./vocabulary";

type MaybeViewer = Viewer | null;

/** An argument in its place, as whoever curates the tree needs to know it. */
export type Placed = {
  id: number;
  parentId: number | null;
  stance: Stance;
  path: readonly number[];
  /** How many levels stand below it; 0 without replies. */
  levelsBelow: number;
  status: "LIVE" | "ARCHIVED";
  authorId: number;
};

export type CuratedFacts = {
  debateStatus: DebateStatus;
  viewerIsEditor: boolean;
  argument: Placed;
};

/** Another argument of the debate, to stand below or to be merged into. */
export type Other = Pick<Placed, "id" | "path" | "status" | "authorId">;

/** Whether the viewer may curate this argument at all: mark, split, move, merge or link it. */
export function canCurate(
  viewer: MaybeViewer,
  facts: Omit<CuratedFacts, "argument"> & { argument: Pick<Placed, "authorId" | "status"> },
): Permission {
  const { debateStatus, viewerIsEditor, argument } = facts;
  const { authorId, status } = argument;
  const permission = canModerate(viewer, { debateStatus, viewerIsEditor, authorId });
  if (!permission.granted) return permission;
  return status === "LIVE" ? granted : refused("ARGUMENT_ARCHIVED");
}

/** Whether it may be put below `parent` (null: the motion) on this side. */
export function canMove(
  viewer: MaybeViewer,
  facts: CuratedFacts,
  to: { parent: Other | null; stance: Stance },
): Permission {
  const permission = canCurate(viewer, facts);
  if (!permission.granted) return permission;
  const { argument } = facts;
  const { parent } = to;
  if (parent && isWithin(parent.path, argument.path)) return refused("BELOW_ITSELF");
  if (argument.parentId === (parent?.id ?? null) && argument.stance === to.stance)
    return refused("STANDS_THERE");
  if (parent && parent.status !== "LIVE") return refused("PLACE_ARCHIVED");
  const depth = (parent?.path.length ?? 0) + 1 + argument.levelsBelow;
  return depth > argumentLimits.depth ? refused("TREE_TOO_DEEP") : granted;
}

/** Whether it may be merged into another that says the same; nobody merges into their own. */
export function canMerge(viewer: MaybeViewer, facts: CuratedFacts, into: Other): Permission {
  const permission = canCurate(viewer, facts);
  if (!permission.granted) return permission;
  if (viewer?.id === into.authorId) return refused("OWN_THING");
  if (isWithin(into.path, facts.argument.path)) return refused("BELOW_ITSELF");
  if (into.status !== "LIVE") return refused("PLACE_ARCHIVED");
  const depth = into.path.length + facts.argument.levelsBelow;
  return depth > argumentLimits.depth ? refused("TREE_TOO_DEEP") : granted;
}

/** Whether a reference to it may stand below `parent` too. */
export function canLink(
  viewer: MaybeViewer,
  facts: CuratedFacts & { linkedThere: boolean },
  parent: Other | null,
): Permission {
  const permission = canCurate(viewer, facts);
  if (!permission.granted) return permission;
  const { argument, linkedThere } = facts;
  if (parent && isWithin(parent.path, argument.path)) return refused("BELOW_ITSELF");
  if (linkedThere || argument.parentId === (parent?.id ?? null)) return refused("STANDS_THERE");
  return parent && parent.status !== "LIVE" ? refused("PLACE_ARCHIVED") : granted;
}

/** Whether a number is that of an argument or of something below it. */
export function isWithin(path: readonly number[], top: readonly number[]): boolean {
  return path.length >= top.length && top.every((step, at) => path[at] === step);
}
