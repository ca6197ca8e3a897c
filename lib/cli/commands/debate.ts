/** `debate export|import|verify` */
import { createReadStream, createWriteStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { Command, Option } from "commander";
import type { Bundle } from "@/lib/interchange/bundle";
import { inspectJson, isGenuine } from "@/lib/interchange/json/inspect";
import type { ImportFile } from "@/lib/interchange/formats";
import { exportFormats, importFormats, type ExportFormat } from "@/lib/interchange/schema";
import { answer, fail, UsageError, type Options } from "../answer";
import { callersPath } from "../callers-path";
import { bringIn, type Import } from "../bring-in";
import { withProgress, type OnProgress } from "../progress";
import { withDatabase } from "../with-database";

type Export = Options & { format: ExportFormat; out?: string };
type Verify = Options & { key?: string };

const json = () => new Option("--json", "only JSON, in one line");

export function debateCommand(): Command {
  const debate = new Command("debate").description("Debates leaving and coming in as files");
  debate
    .command("export <slug>")
    .description("write a debate to a file, or to standard output")
    .addOption(new Option("--format <format>", "as what").choices(exportFormats).default("json"))
    .option("--out <file>", "a new file")
    .addOption(json())
    .action((slug: string, options: Export) =>
      withDatabase(options, () => exportDebate(slug, options)),
    );
  debate
    .command("import <file>")
    .description("bring in a debate; as a draft, unless --open is given")
    .addOption(new Option("--format <format>", "found out without it").choices(importFormats))
    .option("--dry-run", "only report what would happen")
    .option("--open", "open it to everybody at once")
    .addOption(json())
    .action((file: string, options: Import) =>
      withDatabase(options, () => bringIn([file], options)),
    );
  debate
    .command("verify <file>")
    .description("say whether an exported file is as the site that made it wrote it")
    .option("--key <key>", "that site's public key: a PEM file, or SPKI in base64")
    .addOption(json())
    .action(async (file: string, options: Verify) => {
      try {
        await verify(file, options);
      } catch (error) {
        await fail(error, options);
      }
    });
  return debate;
}

async function exportDebate(slug: string, options: Export): Promise<void> {
  const { withSnapshot } = await import("@/lib/interchange/queries/snapshot");
  const { inChunks } = await import("@/lib/interchange/queries/export");
  const { writers } = await import("@/lib/interchange/writers");
  const { db } = await import("@/lib/db/client");
  const debate = await db.debate.findUnique({ where: { slug }, select: { id: true, slug: true } });
  if (!debate) throw new Error(`There is no debate “${slug}”.`);
  const out = options.out === undefined ? null : callersPath(options.out);
  const target = out ? createWriteStream(out, { flags: "wx" }) : process.stdout;
  const where = { where: { debateId: debate.id } };
  const total =
    (await db.argument.count(where)) +
    (await db.argumentRevision.count(where)) +
    (await db.impactVote.count(where)) +
    (await db.comment.count(where));
  const work = (onProgress: OnProgress) =>
    withSnapshot(debate, async (snapshot) => {
      const counted = countItems(snapshot, (done) => onProgress(Math.min(done, total), total));
      const pieces = writers[options.format].write({ ...snapshot, ...counted });
      await pipeline(inChunks(pieces), target, { end: out !== null });
    });
  await withProgress("Exporting", options, work).catch(async (error: unknown) => {
    const taken = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (taken) throw new UsageError(`${out} is there already.`);
    if (out) await rm(out, { force: true });
    throw error;
  });
  if (out) answer({ file: out, bytes: (await stat(out)).size, format: options.format }, options);
}

type Lists = Pick<Bundle, "arguments" | "revisions" | "votes" | "comments">;

/** The same lists, which tell how many items were read. */
function countItems(lists: Lists, tell: (done: number) => void): Lists {
  let done = 0;
  const counting = <T>(read: () => AsyncIterable<T> | Iterable<T>) =>
    async function* () {
      for await (const item of read()) {
        done += 1;
        if (done % 500 === 0) tell(done);
        yield item;
      }
    };
  return {
    arguments: counting(lists.arguments),
    revisions: counting(lists.revisions),
    votes: counting(lists.votes),
    comments: counting(lists.comments),
  };
}

/** Needs no database: what is read is the file, and a key. */
async function verify(name: string, options: Verify): Promise<void> {
  const file = callersPath(name);
  const { size } = await stat(file);
  const source: ImportFile = {
    name: path.basename(file),
    size,
    read: () => createReadStream(file) as AsyncIterable<Uint8Array>,
  };
  const inspected = await inspectJson(source);
  const { manifest, changed, problems } = inspected;
  const broken = problems.find(({ severity }) => severity === "error");
  if (broken)
    throw new Error(`The file cannot be read (line ${broken.line ?? 1}): ${broken.code}.`);
  if (!manifest) throw new Error("The file has no manifest, or one that cannot be read.");
  if (changed.length > 0) throw new Error(`Changed since it was exported: ${changed.join(", ")}.`);
  const { signature } = manifest;
  if (!signature) throw new Error("The file is whole, but nobody has signed it.");
  const given = options.key === undefined ? null : await readKey(options.key);
  if (!isGenuine(inspected, given ?? signature.publicKey))
    throw new Error("The signature does not belong to this file and key.");
  const words = given
    ? "The file is as the owner of this key exported it."
    : "The file is whole and signed. By whom is only known with --key: compare the key above.";
  answer(
    { file, whole: true, publicKey: signature.publicKey, keyGiven: given !== null },
    options,
    words,
  );
}

async function readKey(text: string): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  if (/^[A-Za-z0-9+/=]{40,}$/.test(text)) return text;
  return readFile(callersPath(text), "utf8").catch(() => {
    throw new UsageError(`No key could be read from ${text}.`);
  });
}
