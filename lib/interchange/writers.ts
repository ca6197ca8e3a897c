import "server-only";
import { siteUrl } from "@/lib/env";
import { routes } from "@/lib/routes";
import { writeBibtex } from "./bibliography/bibtex";
import { writeRis } from "./bibliography/ris";
import type { Writer } from "./formats";
import { writeJson } from "./json/write";
import { writers as others } from "./readers";
import type { ExportFormat } from "./schema";
import { siteSigningKey } from "./signing";

type Kind = { write: Writer; mediaType: string; extension: string };

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
  },
  kialo: { write: others.kialo, mediaType: "text/plain; charset=utf-8", extension: "kialo.txt" },
  argdown: { write: others.argdown, mediaType: "text/plain; charset=utf-8", extension: "argdown" },
  aif: { write: others.aif, mediaType: "application/json", extension: "aif.json" },
  "polis-csv": {
    write: others["polis-csv"],
    mediaType: "application/zip",
    extension: "polis.zip",
  },
  ris: { write: writeRis, mediaType: "application/x-research-info-systems", extension: "ris" },
  bibtex: { write: writeBibtex, mediaType: "application/x-bibtex", extension: "bib" },
};
