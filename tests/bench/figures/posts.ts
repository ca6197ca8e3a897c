/** Comments and arguments through the API, beside PostgreSQL alone with the least SQL. */
import { load, type Request } from "../load";
import { hasPgbench, pgbench } from "../pgbench";
import { createRandom } from "../random";
import { failures, type Figure } from "../report";
import { interleave } from "../rounds";
import type { Stage } from "../stage";
import { argumentSql, commentSql, reasons } from "../statements";

const drawn = 20_000;
/** A debate of its own: what is posted here stands in no other figure. */
const postedIn = 1000;
/** Replies are put no deeper than below this. */
const deepest = 6;

export async function measurePosts(stage: Stage): Promise<Figure[]> {
  const { databaseUrl, folder, site } = stage;
  const { seconds, rounds } = stage.options;
  const { debateId, slug, argumentIds, depths, people } = await stage.debate(postedIn);
  const voters = await stage.voters();
  const random = createRandom(postedIn);
  const parents = argumentIds.filter((_, index) => depths[index]! <= deepest);
  const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const request = (path: string, body: unknown): Request => ({
    method: "POST",
    path,
    headers: {
      authorization: `Bearer ${one(voters).token}`,
      "content-type": "application/json",
      "x-forwarded-for": `10.${Math.floor(random() * 256)}.${Math.floor(random() * 256)}.1`,
    },
    body: JSON.stringify(body),
  });
  const numbers = Array.from({ length: drawn }, (_, index) => index + 1);
  const comments = numbers.map((number) =>
    request(`/api/v1/arguments/${debateId}-${one(argumentIds)}/comments`, {
      body: `Comment ${number}${reasons}`,
    }),
  );
  const replies = numbers.map((number) =>
    request(`/api/v1/debates/${slug}/arguments`, {
      ...{ parentId: `${debateId}-${one(parents)}`, stance: "OPPOSE" },
      ...{ title: `Reply ${number}`, body: `Reason ${number}${reasons}`, sources: [] },
    }),
  );
  const draw = {
    debate: String(debateId),
    argument: `random(${argumentIds[0]!}, ${argumentIds.at(-1)!})`,
    person: `random(${people[0]!}, ${people.at(-1)!})`,
    number: "random(1, 1000000000)",
  };
  const database = (name: string, sql: string) => async () =>
    hasPgbench
      ? pgbench({ name, draw, sql }, { databaseUrl, folder, seconds })
      : { perSecond: NaN, p99: NaN, failed: 0 };
  const turn = (requests: Request[]) => () => load({ port: site.port, requests, seconds, folder });
  const measured = await interleave<
    "comments" | "replies" | "databaseComments" | "databaseReplies",
    "perSecond" | "p99" | "failed"
  >(rounds, {
    comments: turn(comments),
    databaseComments: database("comment", commentSql),
    replies: turn(replies),
    databaseReplies: database("argument", argumentSql),
  });
  const figure = (name: string, site: Measured, database: Measured): Figure => ({
    name,
    unit: "posts/s",
    value: site.perSecond,
    limit: { name: "pgbench", value: database.perSecond },
    goal: { of: "ratio", atLeast: 0.3 },
    note: `p99 ${Math.round(site.p99)} ms${failures(site.failed, "; ")}`,
  });
  return [
    figure("Comment through the API", measured.comments, measured.databaseComments),
    figure("Argument through the API", measured.replies, measured.databaseReplies),
  ];
}

type Measured = { perSecond: number; p99: number; failed: number };
