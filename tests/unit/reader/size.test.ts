import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { readerScript } from "@/lib/cli/runtime/reader-script";

test("Whoever reads without an account loads at most 15 kB of script", async () => {
  const script = await readerScript();
  expect(script.length).toBeGreaterThan(1000);
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(15_000);
});
