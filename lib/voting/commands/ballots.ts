import "server-only";
import type pg from "pg";
import { preparedPool } from "@/lib/db/prepared";
import { DomainError } from "@/lib/shared/errors";
import type { DebateItemRef } from "@/lib/shared/ids";
import { isOutage } from "@/lib/shared/outage";
import { processWide } from "@/lib/shared/process-wide";
import type { Actor } from "@/lib/shared/viewer";
import { summarise } from "../rules";
import type { VoteSummary } from "../schema";

/** One person's wish for one argument: an impact, or null to withdraw. */
export type Ballot = {
  argument: DebateItemRef;
  personId: number;
  impact: number | null;
  sessionId: string | null;
  tokenId: number | null;
};

/** What all votes on the argument say now; null when the rule refused the ballot. */
export type Outcome = VoteSummary | null;

type Waiting = {
  ballot: Ballot;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
};

/** One prepared statement for any number of ballots; the rule stands in it (see the migration `ballots`). */
export const castVotesSql =
  "SELECT place, vote_count, vote_sum, n0, n1, n2, n3, n4, lower_bound FROM cast_votes($1::int[], $2::int[], $3::int[], $4::smallint[], $5::uuid[], $6::int[])";

/** So many ballots at most travel in one statement. */
const mostAtOnce = 500;
/** While one statement commits, the next is being gathered and a second one is on its way. */
const mostOnTheWay = 2;
/** More than this waiting, and who comes next is asked to come again. */
const mostWaiting = 20_000;

type Row = {
  place: number;
  vote_count: number;
  vote_sum: number;
  n0: number;
  n1: number;
  n2: number;
  n3: number;
  n4: number;
  lower_bound: number;
};

/**
 * Gathers the ballots that arrive while earlier ones are being committed and writes them in one
 * statement: one round trip for one vote, and for a hundred. Nobody is answered before the commit.
 */
class BallotBox {
  private waiting: Waiting[] = [];
  private onTheWay = 0;
  private opening = false;

  constructor(private readonly pool: pg.Pool) {}

  cast(ballot: Ballot): Promise<Outcome> {
    if (this.waiting.length >= mostWaiting) {
      return Promise.reject(new DomainError("UNAVAILABLE", { retryAfterSeconds: 1 }));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ ballot, resolve, reject });
      if (!this.opening) this.openSoon();
    });
  }

  /** After everything that has arrived in this turn of the event loop. */
  private openSoon(): void {
    this.opening = true;
    setImmediate(() => {
      this.opening = false;
      while (this.waiting.length > 0 && this.onTheWay < mostOnTheWay) this.send();
    });
  }

  private send(): void {
    const { now, later } = distinct(this.waiting);
    this.waiting = later;
    this.onTheWay += 1;
    void this.write(now).finally(() => {
      this.onTheWay -= 1;
      if (this.waiting.length > 0 && !this.opening) this.openSoon();
    });
  }

  /** When one ballot spoils a statement, all of them are tried one by one: the others count. */
  private async write(batch: Waiting[]): Promise<void> {
    try {
      const outcomes = await this.query(batch.map(({ ballot }) => ballot));
      batch.forEach(({ resolve }, index) => resolve(outcomes[index] ?? null));
    } catch (error) {
      if (batch.length > 1 && !isOutage(error)) {
        for (const one of batch) await this.write([one]);
      } else {
        for (const { reject } of batch) reject(error);
      }
    }
  }

  private async query(ballots: Ballot[]): Promise<Outcome[]> {
    const { rows } = await this.pool.query<Row>({
      name: "cast-votes",
      text: castVotesSql,
      values: [
        ballots.map(({ argument }) => argument.debateId),
        ballots.map(({ argument }) => argument.id),
        ballots.map(({ personId }) => personId),
        ballots.map(({ impact }) => impact),
        ballots.map(({ sessionId }) => sessionId),
        ballots.map(({ tokenId }) => tokenId),
      ],
    });
    const outcomes: Outcome[] = ballots.map(() => null);
    for (const { place, vote_count, vote_sum, lower_bound, ...n } of rows) {
      const counts = { voteCount: vote_count, voteSum: vote_sum, lowerBound: lower_bound, ...n };
      outcomes[place - 1] = summarise(counts);
    }
    return outcomes;
  }
}

/**
 * At most one ballot of a person for an argument in one statement: the second one of somebody who
 * clicked twice goes with the next, so that each is answered with what it did.
 */
function distinct(waiting: Waiting[]): { now: Waiting[]; later: Waiting[] } {
  const now: Waiting[] = [];
  const later: Waiting[] = [];
  const seen = new Set<string>();
  for (const one of waiting) {
    const { argument, personId } = one.ballot;
    const key = `${argument.debateId}-${argument.id}-${personId}`;
    if (now.length >= mostAtOnce || seen.has(key)) later.push(one);
    else now.push(one);
    seen.add(key);
  }
  return { now, later };
}

const open = () => new BallotBox(preparedPool("votes", mostOnTheWay));

/**
 * Casts one ballot, together with those of others that arrive at the same moment.
 * @throws DomainError UNAVAILABLE when too many wait already
 */
export function castBallot(
  actor: Actor,
  argument: DebateItemRef,
  impact: number | null,
): Promise<Outcome> {
  return processWide("ballots", open).cast({
    argument,
    personId: actor.id,
    impact,
    sessionId: actor.sessionId ?? null,
    tokenId: actor.tokenId ?? null,
  });
}
