/** An anonymous reader's debate page, from memory, beside node:http with the same bytes. */
import path from "node:path";
import { writeFile } from "node:fs/promises";
import { fetchRaw } from "../fetch-raw";
import { load, type Load, type Request } from "../load";
import { startServer, type Served } from "../processes";
import { failures, type Figure } from "../report";
import { interleave } from "../rounds";
import { usualSize, type Stage } from "../stage";
import { voteRequests } from "./votes";

const accepted = { "accept-encoding": "br" };

/** A server that does nothing but answer with this page of the site. */
async function plainServer(stage: Stage, address: string): Promise<Served> {
  const { status, headers, body } = await fetchRaw(stage.site.port, address, accepted);
  if (status !== 200) throw new Error(`${address} was answered with ${status}.`);
  const bodyFile = path.join(stage.folder, "page.body");
  await writeFile(bodyFile, body);
  return startServer(stage.closing, "contenders/plain-page.ts", { headers, bodyFile });
}

export async function measurePage(stage: Stage): Promise<Figure[]> {
  const { slug } = await stage.debate(usualSize);
  const address = `/debates/${slug}`;
  const plain = await plainServer(stage, address);
  const requests: Request[] = [{ method: "GET", path: address, headers: accepted }];
  const { seconds, rounds } = stage.options;
  const { folder } = stage;
  const votes = await voteRequests(stage, usualSize);
  const read = (port: number) => load({ port, requests, seconds, folder });
  let votesLanded: Load | undefined;
  const whileVoting = async () => {
    const options = { port: stage.site.port, requests: votes, seconds, folder };
    const voting = load({ ...options, rate: 500, connections: 8 });
    const reading = await read(stage.site.port);
    votesLanded = await voting;
    return reading;
  };
  const measured = await interleave(rounds, {
    site: () => read(stage.site.port),
    plain: () => read(plain.port),
    voting: whileVoting,
  });
  await plain.stop();
  const limit = { name: "node:http, same bytes", value: measured.plain.perSecond };
  return [
    {
      name: "Anonymous debate page",
      unit: "requests/s",
      value: measured.site.perSecond,
      limit,
      goal: { of: "ratio", atLeast: 0.8 },
      note: failures(measured.site.failed),
    },
    {
      name: "… while votes land on it",
      unit: "requests/s",
      value: measured.voting.perSecond,
      limit,
      goal: { of: "ratio", atLeast: 0.6 },
      note: `${Math.round(votesLanded?.perSecond ?? 0)} votes/s landed${failures(votesLanded?.failed ?? 0, "; ")}`,
    },
    {
      name: "Anonymous debate page, p99",
      unit: "ms",
      value: measured.site.p99,
      limit: { name: "node:http", value: measured.plain.p99 },
    },
  ];
}
