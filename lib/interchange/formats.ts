import type { Bundle } from "./bundle";
import type { Problem } from "./report";

/** A file on its way in. It may be read more than once. */
export type ImportFile = {
  /** Without folders. */
  name: string;
  /** In bytes. */
  size: number;
  read: () => AsyncIterable<Uint8Array>;
};

/** What a reader makes of files: a debate, unless what is wrong with them leaves none. */
export type Parsed = { bundle: Bundle | null; problems: Problem[] };

/**
 * Reads the files of one debate (one file; five for Polis). Never throws because of what stands in
 * them: that is a problem with its line. What the bundle then says is checked by `checkBundle`.
 */
export type Reader = (files: readonly ImportFile[]) => Promise<Parsed>;

/** Writes a debate in one format, a piece at a time; nothing long is held. */
export type Writer = (bundle: Bundle) => AsyncIterable<string | Uint8Array>;
