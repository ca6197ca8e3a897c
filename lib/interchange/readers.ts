import "server-only";
import { parseArgdown } from "./argdown/parse";
import { readArgdown } from "./argdown/read";
import { readAif } from "./aif/read";
import { textOf } from "./decode";
import type { ImportFile, Parsed, Reader, Writer } from "./formats";
import { readKialo } from "./kialo/read";
import type { Reading } from "./outline";
import { bundleOf } from "./outline-to-bundle";
import { readPolis } from "./polis/read";
import { writePolis } from "./polis/write";
import { importLimits, type ExportFormat, type ImportFormat } from "./schema";
import { writeAifDebate, writeArgdown, writeKialo } from "./text-formats";

/** Reads a file of one text. */
function ofText(
  authors: string,
  read: (text: string, name: string) => Reading | Promise<Reading>,
): Reader {
  return async (files) => {
    const [file] = files;
    if (!file || files.length > 1) {
      return { bundle: null, problems: [{ severity: "error", code: "ONE_FILE_ONLY" }] };
    }
    if (file.size > importLimits.text) {
      const params = { most: importLimits.text / 1024 / 1024 };
      return { bundle: null, problems: [{ severity: "error", code: "TOO_LARGE", params }] };
    }
    return parsedOf(authors, await read(await textOf(file), stemOf(file)));
  };
}

const stemOf = ({ name }: ImportFile): string =>
  name.replace(/\.[A-Za-z0-9]{1,12}$/, "").replace(/[-_]+/g, " ");

function parsedOf(authors: string, { outline, problems }: Reading): Parsed {
  if (!outline) return { bundle: null, problems };
  const made = bundleOf(outline, { authors, now: new Date().toISOString() });
  const all = [...problems, ...made.problems];
  const sound = all.every(({ severity }) => severity !== "error");
  return { bundle: sound ? made.bundle : null, problems: all };
}

async function readParsed(text: string): Promise<Reading> {
  const { parsed, problems } = await parseArgdown(text);
  return parsed ? readArgdown(parsed) : { outline: null, problems };
}

/** How each format but our own is read. */
export const readers = {
  kialo: ofText("Imported from Kialo", readKialo),
  argdown: ofText("Imported from Argdown", readParsed),
  aif: ofText("Imported from AIF", readAif),
  "polis-csv": readPolis,
} satisfies Partial<Record<ImportFormat, Reader>>;

/** How each of them is written. */
export const writers = {
  kialo: writeKialo,
  argdown: writeArgdown,
  aif: writeAifDebate,
  "polis-csv": writePolis,
} satisfies Partial<Record<ExportFormat, Writer>>;
