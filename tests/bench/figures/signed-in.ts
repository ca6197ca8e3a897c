/** A member's debate page, beside a bare dynamic Next page that renders the same elements. */
import { openChromium } from "../browser";
import { startBareNext } from "../contenders/bare-next";
import { fetchRaw } from "../fetch-raw";
import { load } from "../load";
import { failures, type Figure } from "../report";
import { interleave } from "../rounds";
import { usualSize, type Stage } from "../stage";

export async function measureSignedIn(stage: Stage): Promise<Figure[]> {
  const { slug } = await stage.debate(usualSize);
  const cookie = await stage.browser();
  const path = `/debates/${slug}`;
  const { body, headers } = await fetchRaw(stage.site.port, path, { cookie });
  const html = body.toString("utf8");
  if (!html.includes("/account")) throw new Error("The page does not know its reader.");
  const browser = await openChromium(stage.closing);
  const bare = await startBareNext(stage.closing, browser, html);
  await browser.close();
  const same = await fetchRaw(bare.port, "/", {});
  const { seconds, rounds } = stage.options;
  const { folder } = stage;
  const site = [{ method: "GET" as const, path, headers: { cookie } }];
  const plain = [{ method: "GET" as const, path: "/" }];
  const measured = await interleave(rounds, {
    site: () => load({ port: stage.site.port, requests: site, seconds, folder }),
    bare: () => load({ port: bare.port, requests: plain, seconds, folder }),
  });
  await bare.stop();
  const sizes = `${Math.round(body.length / 1000)} kB, bare ${Math.round(same.body.length / 1000)} kB`;
  const encoding = headers["content-encoding"] ? `, ${headers["content-encoding"]}` : "";
  return [
    {
      name: "Signed-in debate page",
      unit: "requests/s",
      value: measured.site.perSecond,
      limit: { name: "bare Next page", value: measured.bare.perSecond },
      goal: { of: "ratio", atLeast: 0.8 },
      note: `${sizes}${encoding}${failures(measured.site.failed, "; ")}`,
    },
    {
      name: "Signed-in debate page, p99",
      unit: "ms",
      value: measured.site.p99,
      limit: { name: "bare Next page", value: measured.bare.p99 },
    },
  ];
}
