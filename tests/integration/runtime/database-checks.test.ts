import { expect, inject, test } from "vitest";
import { checkDatabase } from "@/lib/cli/runtime/external-database";
import { urlOf } from "@/tests/setup/postgres";

const adminUrl = inject("postgresAdminUrl");

test("A server that is there tells its version", async () => {
  expect(await checkDatabase(adminUrl)).toMatch(/^18\./);
});

test.each([
  ["a wrong password", adminUrl.replace(/:[^:@]+@/, ":wrong@"), /refused the name or the password/],
  ["a database that does not exist", urlOf(adminUrl, "nowhere"), /no such database/],
  ["a server that is not running", "postgresql://a:b@127.0.0.1:1/x", /cannot be reached/],
  ["an address of another kind", "mysql://root@127.0.0.1/x", /not the address of a PostgreSQL/],
])("With %s the operator gets one sentence", async (_what, url, sentence) => {
  await expect(checkDatabase(url, 0)).rejects.toThrow(sentence);
});
