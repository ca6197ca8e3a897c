import type { Writer } from "./formats";
import { writeAif } from "./aif/write";
import { writeStatement, writeTop } from "./argdown/write";
import { IndentedWriter, writeOnLine, writeTopOnLines } from "./kialo/write";
import { nodesOf, topOf } from "./outline-of-bundle";

/** Kialo text, one claim a line. */
export const writeKialo: Writer = async function* (bundle) {
  yield writeTopOnLines(topOf(bundle));
  for await (const { node } of nodesOf(bundle)) yield writeOnLine(node);
};

/** Kialo text, two lines a claim with footnotes. */
export const writeKialoIndented: Writer = async function* (bundle) {
  const writer = new IndentedWriter();
  yield writer.top(topOf(bundle));
  for await (const { node } of nodesOf(bundle)) yield writer.claim(node);
  yield* writer.end();
};

export const writeArgdown: Writer = async function* (bundle) {
  yield writeTop(topOf(bundle));
  for await (const { node } of nodesOf(bundle)) yield writeStatement(node);
};

export const writeAifDebate: Writer = (bundle) => {
  const at = bundle.head.debate.createdAt;
  return writeAif({ ...topOf(bundle), at }, () => nodesOf(bundle));
};
