import { withoutFormulaMark } from "@/lib/shared/csv";
import { cleanText } from "../bundle-parts";
import { rowsOf } from "./csv";

export type Summary = { topic: string; description: string; url: string | null };

/** Reads `summary.csv`: one name and one value a row. */
export function readSummary(text: string): Summary {
  const values = new Map<string, string>();
  for (const { cells } of rowsOf(text.replace(/^\uFEFF/, ""))) {
    const [name = "", ...value] = cells.length > 1 ? cells : (cells[0] ?? "").split(",");
    values.set(name.trim(), value.join(","));
  }
  const url = values.get("url")?.trim() ?? "";
  const words = (name: string) => cleanText(withoutFormulaMark(values.get(name) ?? ""));
  return {
    topic: words("topic"),
    description: words("conversation-description"),
    url: /^https?:\/\/\S+$/i.test(url) ? url : null,
  };
}
