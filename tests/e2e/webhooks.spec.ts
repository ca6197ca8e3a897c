import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sender } from "@/lib/jobs/queue";
import { db, expect, test } from "./fixtures";

/** A program that takes deliveries, on this machine: the journeys' server allows it. */
async function startReceiver() {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(String(request.headers["counterpoint-event"]));
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/hook`, heard, stop };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "With JavaScript" : "Without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a member adds a webhook, is shown its secret once, tries it and sees the delivery", async ({
      page,
      member,
    }) => {
      const receiver = await startReceiver();
      await page.goto("/account/webhooks");
      await page.getByLabel("Address of your program").fill(receiver.url);
      await page.getByRole("checkbox", { name: "new comments" }).check();
      await page.getByRole("button", { name: "Add webhook" }).click();
      await expect(page.getByLabel("Secret")).toHaveValue(/^whsec_/);
      await page.goto("/account/webhooks");
      await expect(page.getByLabel("Secret")).toHaveCount(0);
      await page.getByRole("link", { name: receiver.url }).click();
      await page.getByRole("button", { name: "Send a try" }).click();
      await expect(page.getByText("The try is on its way.")).toBeVisible();
      await expect.poll(() => receiver.heard, { timeout: 15_000 }).toEqual(["ping"]);
      await expect(async () => {
        await page.reload();
        await expect(page.getByText("Delivered")).toBeVisible({ timeout: 1000 });
      }).toPass();
      await page.getByRole("button", { name: "Pause" }).click();
      await expect(page.getByText("Paused by you")).toBeVisible();
      await page.getByRole("button", { name: "Delete" }).click();
      await expect(page.getByText("You have no webhooks.")).toBeVisible();
      expect(await db.webhook.count({ where: { ownerId: member.id } })).toBe(0);
      receiver.stop();
    });

    test("an administrator sees a job that failed and gives it up; a member sees no such page", async ({
      page,
      member,
    }) => {
      await sender();
      const [job] = await db.$queryRaw<{ id: string }[]>`
        INSERT INTO pgboss.job (name, state, output, completed_on, started_on, policy)
        VALUES ('housekeeping', 'failed', '{"message": "the disk was full"}', now(), now(), 'short')
        RETURNING id`;
      await page.goto("/admin/jobs");
      await expect(page.getByRole("heading", { name: "This page is not here" })).toBeVisible();
      await db.user.update({ where: { id: member.id }, data: { role: "ADMINISTRATOR" } });
      await expect(async () => {
        await page.goto("/admin/jobs");
        await expect(page.getByText("the disk was full").first()).toBeVisible({ timeout: 1000 });
      }).toPass();
      await page.getByRole("button", { name: `Give up: Tidying up, ${job!.id}` }).click();
      await expect(page.getByText("It is given up.")).toBeVisible();
    });
  });
}
