import "server-only";
import { siteUrl } from "@/lib/env";
import { routes } from "@/lib/routes";
import { writeBibtex } from "./bibliography/bibtex";
import { writeRis } from "./bibliography/ris";
import type { Writer } from "./formats";
import { listNames, type ListName } from "./lists";
import { writeJson } from "./json/write";
import { writers as others } from "./readers";
import type { ExportFormat } from "./schema";
import { siteSigningKey } from "./signing";

type Kind = {
  write: Writer;
  mediaType: string;
  extension: string;
  /** Which lists it reads, in any order, and some more than once: how far it is can be told by them. */
  reads: readonly ListName[];
};

/** How each format is written, what it is called on the web, and how its files end. */
export const writers: Record<ExportFormat, Kind> = {
  json: {
    write: (bundle) =>
      writeJson(bundle, {
        schemaUrl: `${siteUrl()}${routes.exportSchema()}`,
        key: siteSigningKey(),
      }),
    mediaType: "application/json",
    extension: "json",
    reads: listNames,
  },
  kialo: {
    write: others.kialo,
    mediaType: "text/plain; charset=utf-8",
    extension: "kialo.txt",
    reads: ["arguments"],
  },
  argdown: {
    write: others.argdown,
    mediaType: "text/plain; charset=utf-8",
    extension: "argdown",
    reads: ["arguments"],
  },
  aif: {
    write: others.aif,
    mediaType: "application/json",
    extension: "aif.json",
    reads: ["arguments"],
  },
  "polis-csv": {
    write: others["polis-csv"],
    mediaType: "application/zip",
    extension: "polis.zip",
    reads: ["arguments", "votes", "arguments", "arguments", "arguments"],
  },
  ris: {
    write: writeRis,
    mediaType: "application/x-research-info-systems",
    extension: "ris",
    reads: [],
  },
  bibtex: {
    write: writeBibtex,
    mediaType: "application/x-bibtex",
    extension: "bib",
    reads: [],
  },
};
