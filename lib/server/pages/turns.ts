import type { IncomingMessage, ServerResponse } from "node:http";
import pLimit from "p-limit";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * One processor renders pages: more than a few at once only wait for one another, each holding its
 * memory (sixteen at once took twice the processor's time of two).
 */
const atOnce = 3;
/** Whoever takes longer than this waits for something else, such as a slow reader's connection. */
const longestTurn = 1000;

/** Has reading requests answered a few at once, in the order they came; the others at once. */
export function inTurns(handle: Handle): Handle {
  const turn = pLimit(atOnce);
  return async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return handle(request, response);
    const answered = await turn(async () => {
      // Whoever asked may have left meanwhile.
      const work = response.destroyed ? Promise.resolve() : handle(request, response);
      // Failures belong to whoever waits for the answer, not to the turn.
      await atMost(
        longestTurn,
        work.catch(() => undefined),
      );
      return { work };
    });
    return answered.work;
  };
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}
