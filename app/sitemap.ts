import type { MetadataRoute } from "next";
import { listForSitemap } from "@/lib/debates/queries/sitemap";
import { siteUrl } from "@/lib/env";
import { routes } from "@/lib/routes";

// Read from the database when asked for, not when the site is built.
export const dynamic = "force-dynamic";

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const url = (path: string) => `${siteUrl()}${path}`;
  const { debates, arguments: all } = await listForSitemap();
  const standing = [
    routes.home(),
    routes.debates(),
    routes.about(),
    routes.rules(),
    routes.privacy(),
    routes.modlog(),
    routes.modlogReport(),
  ];
  return [
    ...standing.map((path) => ({ url: url(path) })),
    ...debates.flatMap(({ slug, updatedAt }) =>
      [routes.debate(slug), routes.brief(slug), routes.sources(slug)].map((path) => ({
        url: url(path),
        lastModified: updatedAt,
      })),
    ),
    ...all.map(({ slug, id, updatedAt }) => ({
      url: url(routes.argument(slug, id)),
      lastModified: updatedAt,
    })),
  ];
}
