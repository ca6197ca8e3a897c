import { siteUrl } from "@/lib/env";
import { routes } from "@/lib/routes";

/** The links in a page's head by which other sites learn how to show it. */
export function oembedLinks(path: string): Record<string, string> {
  const url = `${siteUrl()}${path}`;
  return {
    "application/json+oembed": routes.oembed(url, "json"),
    "text/xml+oembed": routes.oembed(url, "xml"),
  };
}
