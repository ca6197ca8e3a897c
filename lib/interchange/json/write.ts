import {
  bundleFormat,
  bundleVersion,
  type Bundle,
  type BundleLogEntry,
  type Stream,
} from "../bundle";
import type { SigningKey } from "../signing-key";
import { Digests, manifestOf } from "./manifest";

type Logged = Bundle & { log?: () => Stream<BundleLogEntry> };

type Options = {
  /** Address of the published schema. */
  schemaUrl: string;
  /** Null leaves the manifest without a signature. */
  key: SigningKey | null;
};

/**
 * Writes a debate as one JSON document, an item a line, with its manifest at the end. Nothing is
 * held but the item at hand.
 */
export async function* writeJson(bundle: Logged, options: Options): AsyncGenerator<string> {
  const digests = new Digests();
  const { head } = bundle;
  yield* members({ $schema: options.schemaUrl, format: bundleFormat, version: bundleVersion });
  yield* members(head);
  yield* list("arguments", bundle.arguments());
  yield* list("revisions", bundle.revisions());
  yield* list("votes", bundle.votes());
  yield* list("comments", bundle.comments());
  yield* list("log", bundle.log?.() ?? []);
  yield `\n,"manifest":${JSON.stringify(manifestOf(digests, options.key))}\n}\n`;

  async function* members(values: object): AsyncGenerator<string> {
    for (const [name, value] of Object.entries(values) as [string, unknown][]) {
      if (Array.isArray(value)) yield* list(name, value as unknown[]);
      else {
        const json = JSON.stringify(value);
        const first = name === "$schema";
        digests.begin(name);
        digests.add(json);
        yield `${first ? "{\n" : "\n,"}${JSON.stringify(name)}:${json}`;
      }
    }
  }

  async function* list(name: string, items: Stream<unknown>): AsyncGenerator<string> {
    digests.begin(name);
    yield `\n,${JSON.stringify(name)}:[`;
    let first = true;
    for await (const item of items) {
      const json = JSON.stringify(item);
      digests.add(json);
      yield `${first ? "" : ","}\n${json}`;
      first = false;
    }
    yield "\n]";
  }
}
