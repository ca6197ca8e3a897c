/** Votes through the API with personal tokens, beside node:http + pg and PostgreSQL alone. */
import { connections, load, type Request } from "../load";
import { hasPgbench, pgbench, type Statement } from "../pgbench";
import { startServer } from "../processes";
import { createRandom } from "../random";
import { failures, type Figure } from "../report";
import { interleave } from "../rounds";
import { usualSize, type Stage } from "../stage";
import { voteSql } from "../statements";

/** Different requests a turn goes through before it repeats any. */
const drawn = 40_000;

type Vote = { person: number; token: string; debate: number; argument: number; impact: number };

/** Votes by everybody on everything, none on the voter's own argument. */
async function drawVotes(stage: Stage, size: number, onOne: boolean): Promise<Vote[]> {
  const voters = await stage.voters();
  const { debateId, argumentIds, authors } = await stage.debate(size);
  const random = createRandom(size);
  const votes: Vote[] = [];
  while (votes.length < drawn) {
    const voter = voters[Math.floor(random() * voters.length)]!;
    const index = onOne ? 0 : Math.floor(random() * argumentIds.length);
    if (authors[index] === voter.id) continue;
    votes.push({
      ...{ person: voter.id, token: voter.token, debate: debateId },
      argument: argumentIds[index]!,
      impact: Math.floor(random() * 5),
    });
  }
  return votes;
}

function asApiRequest({ token, debate, argument, impact }: Vote): Request {
  return {
    method: "PUT",
    path: `/api/v1/arguments/${debate}-${argument}/vote`,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ impact }),
  };
}

function asPlainRequest({ person, debate, argument, impact }: Vote): Request {
  return {
    method: "PUT",
    path: `/${debate}-${argument}`,
    headers: { person: String(person), "content-type": "application/json" },
    body: JSON.stringify({ impact }),
  };
}

export async function voteRequests(stage: Stage, size: number): Promise<Request[]> {
  return (await drawVotes(stage, size, false)).map(asApiRequest);
}

async function statementOf(stage: Stage, onOne: boolean): Promise<Statement> {
  const { debateId, argumentIds, people } = await stage.debate(usualSize);
  const first = argumentIds[0]!;
  const last = onOne ? first : argumentIds.at(-1)!;
  return {
    name: onOne ? "vote-on-one" : "vote",
    draw: {
      debate: String(debateId),
      argument: `random(${first}, ${last})`,
      person: `random(${people[0]!}, ${people.at(-1)!})`,
      impact: "random(0, 4)",
    },
    sql: voteSql,
  };
}

export async function measureVotes(stage: Stage): Promise<Figure[]> {
  const { databaseUrl, folder, site } = stage;
  const { seconds, rounds } = stage.options;
  const plain = await startServer(stage.closing, "contenders/plain-vote.ts", {
    databaseUrl,
    connections,
  });
  const spread = await drawVotes(stage, usualSize, false);
  const onOne = await drawVotes(stage, usualSize, true);
  const turn = (port: number, requests: Request[]) => () =>
    load({ port, requests, seconds, folder });
  const nothing = () => Promise.resolve({ perSecond: NaN, p99: NaN, failed: 0 });
  const database = (statement: Statement) =>
    hasPgbench ? () => pgbench(statement, { databaseUrl, folder, seconds }) : nothing;
  const measured = await interleave<
    "site" | "plain" | "database" | "siteOnOne" | "plainOnOne" | "databaseOnOne",
    "perSecond" | "p99" | "failed"
  >(rounds, {
    site: turn(site.port, spread.map(asApiRequest)),
    plain: turn(plain.port, spread.map(asPlainRequest)),
    database: database(await statementOf(stage, false)),
    siteOnOne: turn(site.port, onOne.map(asApiRequest)),
    plainOnOne: turn(plain.port, onOne.map(asPlainRequest)),
    databaseOnOne: database(await statementOf(stage, true)),
  });
  await plain.stop();
  const votes = { name: "Vote through the API", unit: "votes/s", value: measured.site.perSecond };
  const hot = { name: "All votes on one argument", unit: "votes/s" };
  return [
    {
      ...votes,
      limit: { name: "node:http + pg", value: measured.plain.perSecond },
      goal: { of: "ratio", atLeast: 0.7 },
      note: failures(measured.site.failed),
    },
    {
      ...votes,
      limit: { name: "pgbench", value: measured.database.perSecond },
      goal: { of: "ratio", atLeast: 0.45 },
    },
    {
      name: "Vote through the API, p99",
      unit: "ms",
      value: measured.site.p99,
      limit: { name: "node:http + pg", value: measured.plain.p99 },
      goal: { of: "value", atMost: 25 },
    },
    {
      ...hot,
      value: measured.siteOnOne.perSecond,
      limit: { name: "pgbench, one row", value: measured.databaseOnOne.perSecond },
      goal: { of: "ratio", atLeast: 2 },
      note: failures(measured.siteOnOne.failed),
    },
    {
      ...hot,
      value: measured.siteOnOne.perSecond,
      limit: { name: "node:http + pg", value: measured.plainOnOne.perSecond },
    },
  ];
}
