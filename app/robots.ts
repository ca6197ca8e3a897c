import type { MetadataRoute } from "next";
import { siteUrl } from "@/lib/env";
import { routes } from "@/lib/routes";

// The address of the site is known when it runs, not when it is built.
export const dynamic = "force-dynamic";

/** Everything public may be read; what is private, endless or only for programs is left out. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/api/", routes.account(), routes.search(), "/flag", "/*?*cursor="],
    },
    sitemap: `${siteUrl()}/sitemap.xml`,
  };
}
