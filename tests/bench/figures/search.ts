/** How long people wait for what they search among 100,000 arguments. */
import { load, type Request } from "../load";
import { createRandom, pick } from "../random";
import { failures, type Figure } from "../report";
import { median } from "../rounds";
import type { Stage } from "../stage";

const size = 100_000;
const drawn = 2000;

/** Searches as people make them: words of what they look for, a name, a slip of the finger. */
async function drawSearches(stage: Stage): Promise<Request[]> {
  const { debateId } = await stage.debate(size);
  const { rows } = await stage.client.query<{ title: string; body: string }>(
    `SELECT title, body FROM arguments WHERE debate_id = $1 ORDER BY (id * 7919) % 100003 LIMIT $2`,
    [debateId, drawn],
  );
  const random = createRandom(size);
  return rows.map(({ title, body }) => {
    const words = title.match(/[a-z]{5,}/gi) ?? ["buses"];
    const name = /In ([A-Z]\w+)/.exec(body)?.[1] ?? "Centre";
    const word = () => pick(random, words as [string, ...string[]]);
    const way = random();
    let q = `${word()} ${word()}`;
    if (way < 0.3) q = name;
    else if (way < 0.5) q = `${name} ${word()}`;
    else if (way < 0.6) q = word().replace(/(?<=.{2})./, ""); // a letter left out
    return { method: "GET", path: `/api/v1/search?limit=20&q=${encodeURIComponent(q)}` };
  });
}

export async function measureSearch(stage: Stage): Promise<Figure[]> {
  const { site, folder } = stage;
  const { seconds, rounds } = stage.options;
  const requests = await drawSearches(stage);
  const options = { port: site.port, requests, seconds, folder };
  await load(options);
  const steady: number[] = [];
  const flooded: number[] = [];
  let perSecond = 0;
  let failed = 0;
  for (let round = 0; round < rounds; round += 1) {
    const alone = await load({ ...options, rate: 20, connections: 4 });
    const all = await load(options);
    steady.push(alone.p99);
    flooded.push(all.p99);
    perSecond = all.perSecond;
    failed = Math.max(failed, alone.failed, all.failed);
  }
  const name = "Search among 100,000 arguments, p99";
  return [
    {
      name: `${name}, 20 searches/s`,
      unit: "ms",
      value: median(steady),
      goal: { of: "value", atMost: 50 },
      note: failures(failed),
    },
    {
      name: `${name}, as many as it can`,
      unit: "ms",
      value: median(flooded),
      note: `${Math.round(perSecond)} searches/s over 16 connections`,
    },
  ];
}
