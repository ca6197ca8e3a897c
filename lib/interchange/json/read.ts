import type { Bundle, BundleHead } from "../bundle";
import { headShape } from "../bundle-head";
import type { ImportFile, Parsed } from "../formats";
import { atLine } from "../lines";
import type { Problem } from "../report";
import { inspectJson, isGenuine } from "./inspect";
import { splitJson } from "./split";

export type ParsedJson = Parsed & {
  /** Whether the file is as the site with `publicKey` made it. */
  genuine: boolean;
};

/**
 * Reads this site's own format. The long lists are read from the file whenever they are needed, so
 * that its size costs time and no memory.
 *
 * @param publicKey of this site, SPKI in base64
 */
export async function readJson(
  files: readonly ImportFile[],
  publicKey: string | null,
): Promise<ParsedJson> {
  const [file] = files;
  if (!file || files.length > 1) {
    return {
      bundle: null,
      genuine: false,
      problems: [{ severity: "error", code: "ONE_FILE_ONLY" }],
    };
  }
  const inspected = await inspectJson(file);
  const { manifest, changed, problems } = inspected;
  if (problems.some(({ severity }) => severity === "error"))
    return { bundle: null, genuine: false, problems };
  const genuine = publicKey !== null && isGenuine(inspected, publicKey);
  const said: Problem[] = [...problems, ...aboutSignature(manifest !== null, changed, genuine)];
  const names = Object.keys(headShape);
  const head = Object.fromEntries(
    Object.entries(inspected.head).filter(([name]) => names.includes(name)),
  ) as BundleHead;
  const stream = <T>(section: string) => itemsOf(file, section) as AsyncIterable<T>;
  const bundle: Bundle = {
    head,
    arguments: () => stream("arguments"),
    revisions: () => stream("revisions"),
    votes: () => stream("votes"),
    comments: () => stream("comments"),
  };
  return { bundle, genuine, problems: said };
}

function aboutSignature(hasManifest: boolean, changed: string[], genuine: boolean): Problem[] {
  if (changed.length > 0) {
    const params = { sections: changed.join(", ").slice(0, 300) };
    return [{ severity: "warning", code: "CHANGED_SINCE_EXPORT", params }];
  }
  if (genuine) return [{ severity: "note", code: "MADE_HERE" }];
  return [{ severity: "note", code: hasManifest ? "MADE_ELSEWHERE" : "NOT_SIGNED" }];
}

async function* itemsOf(file: ImportFile, section: string): AsyncGenerator<unknown> {
  let within = false;
  for await (const piece of splitJson(file.read())) {
    if (piece.section === section && piece.kind === "item") {
      within = true;
      const { value, line } = piece;
      yield typeof value === "object" && value !== null ? atLine(value, line) : value;
    } else if (within) return;
  }
}
