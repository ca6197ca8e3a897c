/** The production server as one file of plain JavaScript: it starts in a fraction of the time. */
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { checkout } from "@/lib/db/embedded/home";

const folder = path.join(checkout, ".next", "counterpoint");
/** Where the built server lies; beside it lies the program of its thread for pages. */
export const serverFile = path.join(folder, "server.mjs");

/** `server-only` guards bundles for browsers; this one is the server. */
const onServer: Plugin = {
  name: "server-only",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^server-only$/ }, () => ({ path: "server-only", namespace: "nothing" }));
    onLoad({ filter: /./, namespace: "nothing" }, () => ({ contents: "" }));
  },
};

/** Builds server.ts and what it imports of ours; packages stay where they are installed. */
export async function buildServer(): Promise<void> {
  await build({
    entryPoints: {
      server: path.join(checkout, "server.ts"),
      pages: path.join(checkout, "lib/server/pages/thread.ts"),
    },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    alias: { "@": checkout },
    plugins: [onServer],
    tsconfig: path.join(checkout, "tsconfig.json"),
    logLevel: "warning",
  });
}
