import { createHash } from "node:crypto";

const newline = 10;

/** Counts and hashes the rows of one table as they stream past. */
export class Measure {
  private readonly hash = createHash("sha256");
  rows = 0;
  bytes = 0;

  add(chunk: Buffer): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    // A line break within a value is written as \n, so each one here ends a row.
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) {
      this.rows += 1;
    }
  }

  /** To be asked once, at the end. */
  result(): { rows: number; bytes: number; sha256: string } {
    return { rows: this.rows, bytes: this.bytes, sha256: this.hash.digest("hex") };
  }
}
