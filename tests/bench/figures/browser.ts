/** What a slow device has to load and do to show a debate of 200 arguments. */
import { look, openChromium } from "../browser";
import type { Figure } from "../report";
import { interleave } from "../rounds";
import type { Stage } from "../stage";

export async function measureBrowser(stage: Stage): Promise<Figure[]> {
  const { slug } = await stage.debate(200);
  const cookie = await stage.browser();
  const browser = await openChromium(stage.closing);
  const url = `http://localhost:${stage.site.port}/debates/${slug}`;
  await look(browser, url);
  await look(browser, url, cookie);
  const { anonymous, signedIn } = await interleave(Math.max(3, stage.options.rounds), {
    anonymous: () => look(browser, url),
    signedIn: () => look(browser, url, cookie),
  });
  await browser.close();
  const figure = (name: string, unit: string, value: number, atMost?: number): Figure => ({
    ...{ name, unit, value },
    ...(atMost === undefined ? {} : { goal: { of: "value", atMost } }),
  });
  return [
    figure("Reader's edition: bytes besides fonts", "kB", anonymous.bytes / 1000, 60),
    figure("Reader's edition: fonts", "kB", anonymous.fontBytes / 1000, 80),
    figure("Reader's edition: largest contentful paint", "ms", anonymous.lcp, 600),
    figure("Reader's edition: total blocking time", "ms", anonymous.tbt, 20),
    figure("Reader's edition: layout shift", "", anonymous.cls, 0),
    figure("Reader's edition: nodes of the document", "", anonymous.nodes, 1500),
    figure("Signed in: JavaScript", "kB", signedIn.scriptBytes / 1000, 160),
    figure("Signed in: total blocking time", "ms", signedIn.tbt, 150),
    figure("Signed in: largest contentful paint", "ms", signedIn.lcp),
    figure("Signed in: layout shift", "", signedIn.cls),
  ];
}
