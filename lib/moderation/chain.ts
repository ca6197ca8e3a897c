import { createHash } from "node:crypto";

/**
 * The chain of the log, checked here and not by the database that holds it. The format is a promise:
 * docs/moderation-log.md.
 */

/** An entry's fields as PostgreSQL writes them as text; null where there is none. */
export type ChainEntry = {
  id: number;
  /** Milliseconds since 1970, UTC. */
  at: number;
  action: string;
  target: string;
  actorId: number | null;
  named: boolean;
  debateId: number | null;
  argumentId: number | null;
  commentId: number | null;
  personId: number | null;
  ground: string;
  undoesId: number | null;
  /** JSON as PostgreSQL writes jsonb: it is hashed to the letter. */
  details: string;
  wordsHash: string;
  previousHash: string;
  hash: string;
};

/** What an entry says, kept apart from it; empty and without salt once the law has taken it. */
export type ChainWords = {
  salt: string;
  publicReason: string;
  privateNote: string;
  snapshot: string | null;
  purged: boolean;
};

export type ChainLink = ChainEntry & { words: ChainWords | null };
export type ChainHead = { entries: number; hash: string };

export type ChainProblem = {
  /** The entry's number; null for the log's end. */
  entry: number | null;
  /** What is wrong there, as lib/i18n's modlog.problems words it. */
  code:
    | "ENTRIES_MISSING"
    | "ENTRY_CHANGED"
    | "ORDER_BROKEN"
    | "WORDS_MISSING"
    | "WORDS_CHANGED"
    | "WORDS_LEFT"
    | "END_MISSING"
    | "END_COUNT"
    | "END_HASH";
};

export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** An entry as the text that its hash is of: fifteen lines, an empty one for what is null. */
export function lineOf(entry: ChainEntry): string {
  return [
    entry.previousHash,
    entry.id,
    momentOf(entry.at),
    entry.action,
    entry.target,
    entry.actorId ?? "",
    entry.named ? 1 : 0,
    entry.debateId ?? "",
    entry.argumentId ?? "",
    entry.commentId ?? "",
    entry.personId ?? "",
    entry.ground,
    entry.undoesId ?? "",
    sha256(entry.details),
    entry.wordsHash,
  ].join("\n");
}

/** Moments that no calendar has are text that fits no entry. */
function momentOf(at: number): string {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : String(at);
}

export function wordsHashOf({ salt, publicReason, privateNote, snapshot }: ChainWords): string {
  return sha256(
    [salt, sha256(publicReason), sha256(privateNote), sha256(snapshot ?? "")].join("\n"),
  );
}

/** Follows a chain entry by entry, in the order of their numbers, holding only the last one. */
export class ChainCheck {
  #last = { id: 0, hash: "" };
  #entries = 0;
  #purged = 0;
  #problems: ChainProblem[] = [];
  #found = 0;
  #publishedAt: number | null = null;

  /**
   * @param published a head that was noted down before: the chain must pass through it
   * @param most how many problems are kept; more are only counted
   */
  constructor(
    private readonly published: string | null = null,
    private readonly most = 100,
  ) {}

  add(link: ChainLink): void {
    const { id, words } = link;
    const last = this.#last;
    this.#entries += 1;
    if (id !== last.id + 1) this.#problem(id, "ENTRIES_MISSING");
    if (link.previousHash !== last.hash) this.#problem(id, "ORDER_BROKEN");
    if (link.hash !== sha256(lineOf(link))) this.#problem(id, "ENTRY_CHANGED");
    if (words === null) this.#problem(id, "WORDS_MISSING");
    else if (words.purged) this.#purge(id, words);
    else if (wordsHashOf(words) !== link.wordsHash) this.#problem(id, "WORDS_CHANGED");
    // Where an entry was changed, what follows is held to what was there before.
    if (link.hash === this.published) this.#publishedAt = id;
    this.#last = { id, hash: link.hash };
  }

  #purge(id: number, { salt, publicReason, privateNote, snapshot }: ChainWords): void {
    this.#purged += 1;
    if (`${salt}${publicReason}${privateNote}${snapshot ?? ""}` !== "") {
      this.#problem(id, "WORDS_LEFT");
    }
  }

  #problem(entry: number | null, code: ChainProblem["code"]): void {
    this.#found += 1;
    if (this.#problems.length < this.most) this.#problems.push({ entry, code });
  }

  /** @param head the log's end as the database keeps it; null when it is gone */
  end(head: ChainHead | null) {
    if (!head) this.#problem(null, "END_MISSING");
    else {
      if (head.entries !== this.#last.id) this.#problem(null, "END_COUNT");
      if (head.hash !== this.#last.hash) this.#problem(null, "END_HASH");
    }
    const missesHead = this.published !== null && this.#publishedAt === null;
    return {
      whole: this.#found === 0 && !missesHead,
      entries: this.#entries,
      purged: this.#purged,
      /** The hash of the last entry that there is. */
      hash: this.#last.hash,
      /** Where the published head stands; null when it was not asked for or stands nowhere. */
      publishedAt: this.#publishedAt,
      problemsFound: this.#found,
      problems: this.#problems,
    };
  }
}

export type ChainVerdict = ReturnType<ChainCheck["end"]>;
