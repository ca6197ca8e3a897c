/** What the first view of a large debate costs, beside that of a small one. */
import { brotliCompressSync } from "node:zlib";
import { fetchRaw } from "../fetch-raw";
import { processorTime } from "../processes";
import type { Figure } from "../report";
import { interleave } from "../rounds";
import type { Stage } from "../stage";

const small = 200;
const large = 20_000;

export async function measureFirstView(stage: Stage): Promise<Figure[]> {
  const slugs = {
    small: (await stage.debate(small)).slug,
    large: (await stage.debate(large)).slug,
  };
  const cookie = await stage.browser();
  const requests = stage.options.quick ? 20 : 60;
  let number = 0;
  /** Processor time of the site and of PostgreSQL for one page, and its size. */
  const cost = (slug: string, headers: Record<string, string>) => async () => {
    const spent = () => processorTime(stage.site.pid) + processorTime(stage.postgresPid);
    let bytes = 0;
    const before = spent();
    for (let count = 0; count < requests; count += 1) {
      // An address that is never kept: the page is made every time.
      const address = `/debates/${slug}?_=${(number += 1)}`;
      const { status, body } = await fetchRaw(stage.site.port, address, headers);
      if (status !== 200) throw new Error(`${address} was answered with ${status}.`);
      bytes = brotliCompressSync(body).length;
    }
    return { milliseconds: (spent() - before) / requests, bytes };
  };
  for (const slug of Object.values(slugs)) {
    await cost(slug, {})(); // everything is loaded and compiled
    await cost(slug, { cookie })();
  }
  const measured = await interleave(stage.options.rounds, {
    anonymousSmall: cost(slugs.small, {}),
    anonymousLarge: cost(slugs.large, {}),
    signedInSmall: cost(slugs.small, { cookie }),
    signedInLarge: cost(slugs.large, { cookie }),
  });
  const kept = {
    small: await keptBytes(stage, slugs.small),
    large: await keptBytes(stage, slugs.large),
  };
  const figure = (name: string, unit: string, value: number, limit: number): Figure => ({
    name: `20,000 arguments: ${name}`,
    unit,
    value,
    limit: { name: "200 arguments", value: limit },
    goal: { of: "ratio", atMost: 1.1 },
  });
  const { anonymousSmall, anonymousLarge, signedInSmall, signedInLarge } = measured;
  const ms = "ms of processor";
  return [
    figure(
      "making the anonymous page",
      ms,
      anonymousLarge.milliseconds,
      anonymousSmall.milliseconds,
    ),
    figure("making the signed-in page", ms, signedInLarge.milliseconds, signedInSmall.milliseconds),
    figure("anonymous page", "kB", kept.large / 1024, kept.small / 1024),
    figure(
      "signed-in page, compressed",
      "kB",
      signedInLarge.bytes / 1024,
      signedInSmall.bytes / 1024,
    ),
  ];
}

async function keptBytes(stage: Stage, slug: string): Promise<number> {
  const headers = { "accept-encoding": "br" };
  const { body } = await fetchRaw(stage.site.port, `/debates/${slug}`, headers);
  return body.length;
}
