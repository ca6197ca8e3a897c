import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";
import { openSession } from "@/lib/auth/commands";
import { sealSession, sessionCookieName } from "@/lib/auth/cookie";
import { db } from "@/lib/db/client";
import type { SiteRole } from "@/lib/shared/viewer";
import { createUser } from "@/tests/factories/create-user";

type Member = { id: number; handle: string; name: string };

type Fixtures = {
  /** A new member whose browser is signed in. */
  member: Member;
  /** Fails the test when the page's console says an error. */
  quietConsole: void;
};

/** Slug of the debate that the seed makes. */
export const firstDebate = "us-cyber-pause-russia-2025";

let people = 0;

export async function signIn(page: Page, role: SiteRole = "MEMBER"): Promise<Member> {
  const name = "Ada Member";
  people += 1;
  const handle = `reader-${process.pid}-${people}-${Date.now().toString(36)}`;
  const user = await createUser(db, { handle, handleSkeleton: handle, name, role });
  await signInAs(page, user.id);
  return { id: user.id, handle, name };
}

/** Signs the page's browser in as somebody who has an account. */
export async function signInAs(page: Page, userId: number): Promise<void> {
  const cookie = await sealSession(await openSession(userId, "A test browser"));
  await page.context().addCookies([
    {
      name: sessionCookieName(),
      value: cookie,
      url: process.env.NEXTAUTH_URL!,
      httpOnly: true,
      sameSite: "Lax",
    },
  ]);
}

export const test = base.extend<Fixtures>({
  quietConsole: [
    async ({ page }, use) => {
      const said: string[] = [];
      page.on("console", (message) => {
        // A refusal's own status (401, 404, …) is the browser's note, not a fault of the page.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
          said.push(message.text());
        }
      });
      page.on("pageerror", (error) => said.push(String(error)));
      await use();
      expect(said, "errors in the console").toEqual([]);
    },
    { auto: true },
  ],
  member: async ({ page }, use) => {
    await use(await signIn(page));
  },
});

export { expect, db };

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** No violation of WCAG 2.2 A and AA that axe can see. */
export async function expectAccessible(page: Page): Promise<void> {
  // Colours on their way from one theme to the other are nobody's colours.
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    // An animation that was replaced never finishes: a second is longer than any of ours.
    await Promise.race([
      Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
      new Promise((resolve) => setTimeout(resolve, 1000)),
    ]);
  });
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] })
    // A page without frames is judged where it stands: the same rules, in half the time.
    .setLegacyMode(page.frames().length === 1)
    .analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.target.join(" ")} (${node.failureSummary})`).join(" | ")}`,
  );
  expect(found).toEqual([]);
}
