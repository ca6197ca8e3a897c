import { brotliCompressSync, constants } from "node:zlib";
import { seedLarge } from "@/tests/bench/seed-large";
import { expect, test } from "./fixtures";

test("The page of a debate with 2,000 arguments stays under 100 kB compressed", async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const { slug } = await seedLarge(process.env.DATABASE_URL!, {
    arguments: 2000,
    votes: 50_000,
    people: 500,
    seed: 7,
  });
  const answer = await request.get(`/debates/${slug}`, {
    headers: { "accept-encoding": "identity" },
  });
  const html = await answer.body();
  const compressed = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  expect(compressed.length).toBeLessThan(100 * 1024);
  await page.goto(`/debates/${slug}`);
  await expect(page.getByRole("region", { name: "Supporting" }).getByRole("article")).toHaveCount(
    10,
  );
  await page
    .getByRole("link", { name: /Show .*more|more/i })
    .first()
    .click();
  await expect(page).toHaveURL(/after-/);
});
