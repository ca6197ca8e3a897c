import { importLimits } from "../schema";

export type BrokenCode = "JSON_BROKEN" | "JSON_TOO_DEEP" | "JSON_ITEM_TOO_LONG" | "NOT_UTF8";

/** Why a document cannot be read, and where. */
export class BrokenJson extends Error {
  override readonly name = "BrokenJson";
  constructor(
    readonly code: BrokenCode,
    readonly line: number,
  ) {
    super(code);
  }
}

const [quote, backslash, comma, newline] = [34, 92, 44, 10];
/** Characters. */
const smallestStep = 16 * 1024;
const isOpen = (code: number) => code === 123 || code === 91;
const isClose = (code: number) => code === 125 || code === 93;
const isBlank = (code: number) => code === 32 || code === 9 || code === newline || code === 13;

/** A JSON text as it arrives; what has been taken is forgotten. Counts lines from 1. */
export class JsonInput {
  #buffer = "";
  #at = 0;
  line = 1;
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  readonly #chunks: AsyncIterator<Uint8Array>;
  #ended = false;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next character that is no blank, without taking it; "" at the end. */
  async peek(): Promise<string> {
    for (;;) {
      for (; this.#at < this.#buffer.length; this.#at += 1) {
        const code = this.#buffer.charCodeAt(this.#at);
        if (!isBlank(code)) return this.#buffer[this.#at]!;
        if (code === newline) this.line += 1;
      }
      if (!(await this.#more(this.#at))) return "";
    }
  }

  /** Takes the next character, which has to be one of these. */
  async take(expected: string): Promise<string> {
    const next = await this.peek();
    if (next === "" || !expected.includes(next)) throw this.broken();
    this.#at += 1;
    return next;
  }

  /** Takes one value as text, whatever stands in it. */
  async value(): Promise<string> {
    await this.peek();
    let at = this.#at;
    let depth = 0;
    let inString = false;
    for (;;) {
      if (at >= this.#buffer.length) {
        at -= this.#at;
        if (at > importLimits.item) throw this.broken("JSON_ITEM_TOO_LONG");
        if (!(await this.#more(this.#at))) throw this.broken();
        continue;
      }
      const code = this.#buffer.charCodeAt(at);
      at += code === backslash && inString ? 2 : 1;
      if (code === quote) inString = !inString;
      if (inString) continue;
      if (isOpen(code)) depth += 1;
      if (depth > importLimits.depth) throw this.broken("JSON_TOO_DEEP");
      const endsScalar = depth === 0 && (code === comma || isBlank(code) || isClose(code));
      if (endsScalar) return this.#cut(at - 1);
      if (isClose(code)) depth -= 1;
      if (depth === 0 && (isClose(code) || code === quote)) return this.#cut(at);
    }
  }

  /** @throws BrokenJson when anything but blanks is left */
  async end(): Promise<void> {
    if ((await this.peek()) !== "") throw this.broken();
  }

  async stop(): Promise<void> {
    await this.#chunks.return?.();
  }

  broken(code: BrokenCode = "JSON_BROKEN"): BrokenJson {
    return new BrokenJson(code, this.line);
  }

  #cut(end: number): string {
    const text = this.#buffer.slice(this.#at, end);
    if (text === "") throw this.broken();
    if (text.length > importLimits.item) throw this.broken("JSON_ITEM_TOO_LONG");
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.line += 1;
    this.#at = end;
    return text;
  }

  /**
   * Forgets what stands before `from` and takes as much again as is left, so that small chunks cost
   * no more than large ones; false at the end.
   */
  async #more(from: number): Promise<boolean> {
    if (this.#ended) return false;
    const left = this.#buffer.slice(from);
    const wanted = Math.max(smallestStep, left.length);
    const taken: string[] = [];
    for (let length = 0; length < wanted && !this.#ended; length += taken.at(-1)!.length) {
      taken.push(await this.#decoded());
    }
    const text = taken.join("");
    this.#buffer = left + text;
    this.#at = 0;
    return !this.#ended || text !== "";
  }

  async #decoded(): Promise<string> {
    const { done, value } = await this.#chunks.next();
    this.#ended = done === true;
    try {
      return this.#decoder.decode(done ? undefined : value, { stream: !done });
    } catch {
      throw this.broken("NOT_UTF8");
    }
  }
}
