/** `npm run build`: builds the pages, so that the next `npm start` serves at once. */
import "@/lib/cli/runtime/load-env";
import { ensureBuild } from "@/lib/cli/runtime/build";
import { Closing } from "@/lib/cli/runtime/closing";
import { generateClient } from "@/lib/cli/runtime/generate-client";
import { webSecrets } from "@/lib/cli/runtime/secrets";
import { wordsFor } from "@/lib/cli/runtime/words";

const closing = new Closing();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void closing.run().finally(() => process.exit(130)));
}

try {
  generateClient();
  // Building opens no connection; the address only has to look like one.
  const { DATABASE_URL = "postgresql://127.0.0.1/counterpoint" } = process.env;
  await ensureBuild({ env: { ...(await webSecrets(false)), DATABASE_URL }, closing, always: true });
} catch (error) {
  if (!closing.begun) {
    console.error(`\n${wordsFor(error)}`);
    process.exitCode = 1;
  }
}
