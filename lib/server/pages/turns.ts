import type { IncomingMessage, ServerResponse } from "node:http";
import pLimit from "p-limit";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * One processor renders pages: more than two at once only wait for one another, each holding its
 * memory (sixteen at once took twice the processor's time).
 */
const atOnce = 2;
/** Whoever takes longer than this waits for something else, such as a slow reader's connection. */
const longestTurn = 1000;

/**
 * Has one reader's pages answered after the other, in the order they came. What many readers wait
 * for, and what changes something, is answered at once.
 */
export function inTurns(handle: Handle): { one: Handle; many: Handle } {
  const turn = pLimit(atOnce);
  let awaited = 0;
  const one: Handle = async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return handle(request, response);
    const { work } = await turn(async () => {
      // Whoever asked may have left meanwhile.
      const work = response.destroyed ? Promise.resolve() : handle(request, response);
      // Failures belong to whoever waits for the answer, not to the turn.
      await atMost(
        longestTurn,
        work.catch(() => undefined),
      );
      return { work };
    });
    return work;
  };
  const many: Handle = async (request, response) => {
    awaited += 1;
    turn.concurrency = 1;
    try {
      await handle(request, response);
    } finally {
      awaited -= 1;
      if (awaited === 0) turn.concurrency = atOnce;
    }
  };
  return { one, many };
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}
