import type { Page } from "@playwright/test";
import { castVotes } from "@/tests/factories/cast-votes";
import { createArguments } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { db, expect, firstDebate, test } from "./fixtures";

const brief = `/debates/${firstDebate}/brief`;

test("A printed brief has every part, to the last source, and no controls", async ({ page }) => {
  await page.goto(brief);
  await page.emulateMedia({ media: "print" });
  const contents = await page
    .locator("#contents-title + ol a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  expect(contents.at(-1)).toBe("#sources");
  for (const part of contents) {
    await expect(page.locator(part).getByRole("heading", { level: 2 })).toBeVisible();
  }
  const lastSource = page.locator("#sources li").last();
  await expect(lastSource).toBeVisible();
  await expect(page.getByRole("navigation").filter({ visible: true })).toHaveCount(0);
  const buttons = await page.getByRole("button").filter({ visible: true }).allTextContents();
  // On paper a source's button is its number, as a note.
  expect(buttons.filter((words) => !/^[\s\W]*S?\d+[\s\W]*$/.test(words))).toEqual([]);
  const address = await lastSource
    .locator("a")
    .evaluate((link) => getComputedStyle(link, "::after").content);
  expect(address).toContain("http");
});

test("What is folded on the screen stands open on paper", async ({ page }) => {
  await page.goto(`/debates/${firstDebate}`);
  const parts = page.locator("main details:not([open]) > :not(summary)");
  const unseen = () =>
    parts.evaluateAll((all) =>
      all
        .filter((part) => !part.closest("form, nav, [data-no-print], [popover]"))
        .filter((part) => part.textContent.trim() && !part.matches("form, nav, [popover]"))
        .filter((part) => !part.checkVisibility())
        .map((part) => part.textContent),
    );
  expect((await unseen()).length).toBeGreaterThan(0);
  await page.emulateMedia({ media: "print" });
  expect(await unseen()).toEqual([]);
});

type Paper = { pages: number; headings: string[] };

/** What the page becomes on paper: how many pages, and the headings of the PDF's outline. */
async function onPaper(page: Page): Promise<Paper> {
  const pdf = (await page.pdf({ format: "A4", tagged: true, outline: true })).toString("latin1");
  expect(pdf.startsWith("%PDF-")).toBe(true);
  const counts = [...pdf.matchAll(/\/Type \/Pages\s+\/Count (\d+)/g)];
  const titles = [...pdf.matchAll(/\/Title (?:\((.*?[^\\])\)|<FEFF([0-9A-F]*)>)/gs)];
  return {
    pages: Math.max(...counts.map(([, count]) => Number(count))),
    headings: titles.map(([, plain, hex = ""]) =>
      plain === undefined
        ? Buffer.from(hex, "hex").swap16().toString("utf16le")
        : plain.replace(/\\(.)/g, "$1"),
    ),
  };
}

/** Blanks at the ends of lines are not kept in an outline. */
const withoutBlanks = (text: string) => text.replace(/\s/g, "");

test("The brief becomes a PDF of several pages", async ({ page }) => {
  await page.goto(brief);
  expect((await onPaper(page)).pages).toBeGreaterThan(5);
});

test("A reader prints a whole debate: every argument, its weight and every source", async ({
  page,
}) => {
  await page.goto(`/debates/${firstDebate}/export`);
  await page.getByRole("link", { name: "Paper or PDF" }).click();
  await expect(page).toHaveURL(`/debates/${firstDebate}/print`);
  const where = { debate: { slug: firstDebate }, status: "LIVE" } as const;
  const all = await db.argument.findMany({ where, select: { path: true, title: true } });
  await page.emulateMedia({ media: "print" });
  const printed = page.getByRole("main").locator("article article");
  await expect(printed).toHaveCount(all.length);
  const texts = await printed.allTextContents();
  for (const { path, title } of all)
    expect(texts.some((text) => text.includes(`${path.join(".")}${title}`))).toBe(true);
  const cited = await db.source.count({
    where: { debate: { slug: firstDebate }, citations: { some: {} } },
  });
  await expect(page.locator("#sources li")).toHaveCount(cited);
  await expect(page.getByText(/^As it stood on \d+ \w+ 20\d\d, at http/)).toBeVisible();
  expect(await page.locator('meta[name="robots"]').getAttribute("content")).toContain("noindex");
  const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
  expect(canonical).toMatch(new RegExp(`/debates/${firstDebate}$`));
  const { pages, headings } = await onPaper(page);
  expect(pages).toBeGreaterThan(5);
  const told = headings.map(withoutBlanks);
  expect(told).toEqual(expect.arrayContaining(all.map(({ title }) => withoutBlanks(title))));
});

test("Answers of any depth stay on the paper, and what was not weighed says so", async ({
  page,
}) => {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const [first] = await createArguments(db, {
    debateId: debate.id,
    branches: [
      {
        stance: "SUPPORT",
        title: "Sunday is free.",
        replies: [
          {
            stance: "OPPOSE",
            title: "Not for all.",
            replies: [
              {
                stance: "SUPPORT",
                title: "For most.",
                replies: [
                  {
                    stance: "OPPOSE",
                    title: "Most is not all.",
                    replies: [
                      {
                        stance: "SUPPORT",
                        title: "It need not be.",
                        replies: [{ stance: "OPPOSE", title: "It must." }],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
  await castVotes(db, { debateId: debate.id, id: first!.id }, [4, 3]);
  await page.goto(`/debates/${debate.slug}/print`);
  const printed = page.getByRole("main").locator("article article");
  await expect(printed).toHaveCount(6);
  await expect(printed.first()).toContainText("3.5 of 4 · 2 people");
  await expect(printed.last()).toContainText("1.1.1.1.1.1");
  await expect(printed.last()).toContainText("not weighed yet");
  await expect(page.getByText("Nothing has been said on this side yet.")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 900 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});

test("A debate of more than 500 arguments says how many are not on the paper", async ({ page }) => {
  const debate = await createDebate(db, { title: "A large debate" });
  await createArguments(db, {
    debateId: debate.id,
    branches: Array.from({ length: 502 }, () => ({ stance: "OPPOSE" as const })),
  });
  await page.goto(`/debates/${debate.slug}/print`);
  await expect(page.getByText("These are the first 500 of 502 arguments.")).toBeVisible();
  await expect(page.getByRole("main").locator("article article")).toHaveCount(500);
  expect((await onPaper(page)).pages).toBeGreaterThan(20);
});
