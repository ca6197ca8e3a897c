import type { IncomingMessage, ServerResponse } from "node:http";
import { connectInstances } from "@/lib/live/instances";
import { onChanged } from "@/lib/live/changes";
import type { Door } from "../pages/door";
import { sendKeptPage } from "./answer";
import { fillFromNext } from "./fill";
import { KeptPages } from "./kept-pages";
import { askedPage, type AskedPage } from "./request";

type Options = {
  /** Where pages are rendered. */
  door: Promise<Door>;
  databaseUrl: string | undefined;
  /** What readers call this site: host and port. */
  host: string;
  trustProxy: boolean;
};

export type Front = {
  /** @returns true when the request was answered from memory, at once */
  answerNow: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** @returns true when the request was answered with a page that Next was asked for meanwhile */
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  stop: () => Promise<void>;
};

/**
 * What stands before Next for anonymous readers: finished pages in memory, rendered by Next, made
 * stale by what commands and other instances tell.
 */
export function openFront({ door, databaseUrl, host, trustProxy }: Options): Front {
  const pages = new KeptPages(async (address) => fillFromNext(address, await door, host));
  const stopHearing = onChanged((changed) => pages.touch(changed));
  const instances = databaseUrl ? connectInstances(databaseUrl, () => pages.touchAll()) : undefined;

  const secure = (asked: AskedPage) => trustProxy && asked.proto === "https";

  return {
    answerNow: (request, response) => {
      const asked = askedPage(request);
      const page = asked && pages.peek(asked.address);
      if (!page) return false;
      sendKeptPage(page, asked, request, response, secure(asked));
      return true;
    },
    answer: async (request, response) => {
      const asked = askedPage(request);
      const page = asked && (await pages.read(asked.address).catch(() => null));
      if (!page) return false;
      sendKeptPage(page, asked, request, response, secure(asked));
      return true;
    },
    stop: async () => {
      stopHearing();
      await instances?.stop();
    },
  };
}
