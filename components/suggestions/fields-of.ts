import type { Suggested } from "@/lib/suggestions/schema";

const sourceParts = ["title", "url", "publisher", "published", "quotation"] as const;

/** What waits, as its form's fields hold it, by name. */
export function fieldsOf(suggested: Suggested | null): Record<string, string> {
  if (!suggested) return {};
  const { content } = suggested;
  const fields: Record<string, string> = {};
  for (const name of ["title", "body", "note"] as const) {
    const value = (content as Partial<Record<typeof name, string>>)[name];
    if (value !== undefined) fields[name] = value;
  }
  const sources = "sources" in content ? content.sources : [];
  sources.forEach((source, at) => {
    for (const part of sourceParts) fields[`sources.${at}.${part}`] = source[part] ?? "";
  });
  if ("source" in content) {
    for (const part of sourceParts) fields[`source.${part}`] = content.source[part] ?? "";
  }
  return fields;
}
