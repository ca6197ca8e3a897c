import { JsonInput } from "./input";

/**
 * A piece of a large JSON document: one member of the outermost object, or, when that is a list,
 * the list's beginning (no value) and then its items one by one.
 */
export type Piece = {
  section: string;
  kind: "member" | "list" | "item";
  value: unknown;
  /** Where it begins, from 1. */
  line: number;
};

/**
 * Cuts a document into pieces while it arrives; only the piece at hand is held.
 *
 * @throws BrokenJson with the line
 */
export async function* splitJson(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const input = new JsonInput(chunks);
  try {
    await input.take("{");
    if ((await input.peek()) === "}") await input.take("}");
    else yield* members(input);
    await input.end();
  } finally {
    await input.stop();
  }
}

async function* members(input: JsonInput): AsyncGenerator<Piece> {
  do {
    const { value: section } = await parsed(input);
    if (typeof section !== "string") throw input.broken();
    await input.take(":");
    if ((await input.peek()) === "[") yield* list(input, section);
    else yield { section, kind: "member", ...(await parsed(input)) };
  } while ((await input.take(",}")) === ",");
}

async function* list(input: JsonInput, section: string): AsyncGenerator<Piece> {
  yield { section, kind: "list", value: null, line: input.line };
  await input.take("[");
  if ((await input.peek()) === "]") {
    await input.take("]");
    return;
  }
  do yield { section, kind: "item", ...(await parsed(input)) };
  while ((await input.take(",]")) === ",");
}

async function parsed(input: JsonInput): Promise<{ value: unknown; line: number }> {
  await input.peek();
  const { line } = input;
  const text = await input.value();
  try {
    return { value: JSON.parse(text) as unknown, line };
  } catch {
    throw input.broken();
  }
}
