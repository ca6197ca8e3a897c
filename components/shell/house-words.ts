import { getTranslations } from "next-intl/server";
import { env } from "@/lib/env";
import type { TextSection } from "./text-page";

/**
 * The sections of one of our own pages, in the order of its catalogue, with the site's settings
 * filled in.
 */
export async function houseSections(
  namespace: "about" | "rules" | "privacy",
): Promise<TextSection[]> {
  const t = await getTranslations(namespace);
  const ids = Object.keys(t.raw("sections") as Record<string, unknown>);
  const values = {
    operator: [env.OPERATOR_NAME, env.OPERATOR_CONTACT].filter(Boolean).join(", ") || "none",
    licence: env.CONTENT_LICENCE,
    minimumAge: env.MINIMUM_AGE,
  };
  return ids.map((id) => ({
    id,
    title: t(`sections.${id}.title`),
    body: t(`sections.${id}.body`, values),
  }));
}
