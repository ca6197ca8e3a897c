import { z } from "zod";
import { bundleFormat, bundleVersion } from "../bundle";
import { headShape } from "../bundle-head";
import type { ImportFile } from "../formats";
import { atLine } from "../lines";
import { Problems, type Problem } from "../report";
import { importLimits } from "../schema";
import { BrokenJson } from "./input";
import { changedSections, Digests, isSignedBy, manifestSchema, type Manifest } from "./manifest";
import { splitJson, type Piece } from "./split";

export const longSections = ["arguments", "revisions", "votes", "comments", "log"] as const;
const others = ["$schema", "format", "version", "manifest", ...Object.keys(headShape)];
const known = new Set<string>([...longSections, ...others]);

export type Inspected = {
  /** The short members, as they stand; to be checked. */
  head: Record<string, unknown>;
  manifest: Manifest | null;
  /** Members that are not as they were when the manifest was made. */
  changed: string[];
  problems: Problem[];
};

/** Reads a file once: its short members, and whether it is whole. */
export async function inspectJson(file: ImportFile): Promise<Inspected> {
  const problems = new Problems();
  const head: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const digests = new Digests();
  const seen = new Set<string>();
  try {
    for await (const piece of splitJson(file.read())) {
      const { section, kind, value } = piece;
      if (kind !== "item") begin(piece, seen, problems);
      if (section !== "manifest") {
        if (kind !== "item") digests.begin(section);
        if (kind !== "list") digests.add(JSON.stringify(value));
      }
      if (problems.errors > 0) break;
      keep(head, piece);
    }
  } catch (error) {
    if (!(error instanceof BrokenJson)) throw error;
    problems.add({ severity: "error", code: error.code, line: error.line });
  }
  const { manifest: end, ...members } = head;
  const parsed = manifestSchema.safeParse(end);
  const manifest = parsed.success ? parsed.data : null;
  const changed = manifest ? changedSections(manifest, digests.list()) : [];
  checkKind(members, problems);
  return { head: members, manifest, changed, problems: problems.list() };
}

function begin({ section, line }: Piece, seen: Set<string>, problems: Problems): void {
  if (!known.has(section)) {
    const params = { field: section.slice(0, 100) };
    problems.add({ severity: "error", code: "UNKNOWN_FIELD", params, line });
  } else if (seen.has(section)) {
    problems.add({ severity: "error", code: "TWICE", params: { value: section }, line });
  }
  seen.add(section);
}

function keep(head: Record<string, unknown>, { section, kind, value, line }: Piece): void {
  if ((longSections as readonly string[]).includes(section)) return;
  if (kind === "list") head[section] = [];
  else if (kind === "member") head[section] = value;
  else {
    const list = head[section] as unknown[];
    if (list.length > importLimits.people) return;
    list.push(typeof value === "object" && value !== null ? atLine(value, line) : value);
  }
}

const kindSchema = z.looseObject({
  format: z.literal(bundleFormat),
  version: z.literal(bundleVersion),
});

function checkKind(head: Record<string, unknown>, problems: Problems): void {
  if (problems.errors > 0 || kindSchema.safeParse(head).success) return;
  const newer = typeof head.version === "number" && head.version > bundleVersion;
  problems.add({ severity: "error", code: newer ? "NEWER_VERSION" : "NOT_THIS_FORMAT", line: 1 });
}

/** Whether the file is unchanged since somebody with this key exported it. */
export function isGenuine({ manifest, changed, problems }: Inspected, publicKey: string): boolean {
  if (!manifest || changed.length > 0) return false;
  return problems.every(({ severity }) => severity !== "error") && isSignedBy(manifest, publicKey);
}
