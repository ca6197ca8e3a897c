import type { MetadataRoute } from "next";
import { translator } from "@/lib/i18n/translator";

export default function manifest(): MetadataRoute.Manifest {
  const name = translator("common")("siteName");
  const words = translator("shell");
  return {
    name: `${name}: ${words("tagline")}`,
    short_name: name,
    description: words("description"),
    start_url: "/",
    display: "browser",
    background_color: "#fbf9f4",
    theme_color: "#fbf9f4",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/apple-icon.png", sizes: "180x180", type: "image/png" },
    ],
  };
}
