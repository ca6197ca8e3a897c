/** Building the pages, one process at a time. */
import { buildFiles } from "@/lib/cli/runtime/build-files";
import { buildServer } from "@/lib/cli/runtime/build-server";
import {
  buildIsCurrent,
  forgetBuild,
  rememberBuild,
  sourceHash,
} from "@/lib/cli/runtime/build-stamp";
import type { Closing } from "@/lib/cli/runtime/closing";
import { waitForLock } from "@/lib/cli/runtime/lock";
import { nextBuild, stopProcess } from "@/lib/cli/runtime/next-process";
import { buildReaderScript } from "@/lib/cli/runtime/reader-script";
import { step } from "@/lib/cli/runtime/say";
import { Refusal } from "@/lib/db/problem";

export interface BuildOptions {
  /** The environment of `next build`, with the secrets. */
  env: Record<string, string>;
  closing: Closing;
  /** Build although there is a current one. */
  always?: boolean;
}

/** Makes sure that there is a build of the sources as they are. */
export async function ensureBuild({ env, closing, always = false }: BuildOptions): Promise<void> {
  await buildReaderScript();
  if (!always && (await buildIsCurrent())) return;
  const lock = await waitForLock("build", "a build", {
    soonDone: () => !closing.begun,
    milliseconds: 900_000,
  });
  if ("heldBy" in lock) {
    throw new Refusal(`Another build is running (process ${lock.heldBy.pid}). Start again later.`);
  }
  try {
    if (!always && (await buildIsCurrent())) return; // made meanwhile by another
    await step("Building the pages, which takes about a minute", async () => {
      await forgetBuild();
      const hash = await sourceHash();
      await nextBuild(env, (child) => closing.add(() => stopProcess(child, 3000)));
      await Promise.all([buildServer(), buildFiles()]);
      await rememberBuild(hash);
    });
  } finally {
    await lock.release();
  }
}
