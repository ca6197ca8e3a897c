/** How much of the server process is resident while people read, vote and are signed in. */
import { load } from "../load";
import { residentBytesOfAll } from "../processes";
import { failures, type Figure } from "../report";
import { usualSize, type Stage } from "../stage";
import { voteRequests } from "./votes";

export async function measureMemory(stage: Stage): Promise<Figure[]> {
  const { site, folder } = stage;
  const { slug } = await stage.debate(usualSize);
  const { slug: small } = await stage.debate(200);
  const { slug: large } = await stage.debate(20_000);
  const votes = await voteRequests(stage, usualSize);
  const cookie = await stage.browser();
  const seconds = stage.options.seconds * 2;
  const pages = [slug, small, large].map((name) => ({
    method: "GET" as const,
    path: `/debates/${name}`,
    headers: { "accept-encoding": "br" },
  }));
  const signedIn = pages.map((page) => ({ ...page, headers: { ...page.headers, cookie } }));
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, residentBytesOfAll(site.pid))), 100);
  const options = { port: site.port, folder, seconds };
  const [reading, voting, signed] = await Promise.all([
    load({ ...options, requests: pages }),
    load({ ...options, requests: votes, rate: 500, connections: 8 }),
    load({ ...options, requests: signedIn, connections: 4 }),
  ]);
  clearInterval(watch);
  const rates = [
    `${Math.round(reading.perSecond)} pages/s`,
    `${Math.round(voting.perSecond)} votes/s`,
    `${Math.round(signed.perSecond)} signed-in pages/s`,
  ];
  return [
    {
      name: "Resident memory of the server under load, at most",
      unit: "MB",
      value: most / 2 ** 20,
      goal: { of: "value", atMost: 350 },
      note: `at ${rates.join(", ")}${failures(voting.failed + signed.failed, "; ")}`,
    },
  ];
}
