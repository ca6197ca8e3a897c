import { routes } from "@/lib/routes";
import { escapeText } from "./markup";
import { frameSizes, type Embeddable } from "./schema";

type Frame = { what: Embeddable; title: string; width?: number; height?: number };

/** Where the frame of a debate or an argument is. */
export function frameAddress(what: Embeddable): string {
  return what.kind === "debate" ? routes.embedDebate(what.slug) : routes.embedArgument(what.id);
}

/**
 * The code that shows a frame on another site. The page's title is the frame's, for screen readers.
 * @param site the address of this site, without a slash at the end
 */
export function frameCode({ what, title, width, height }: Frame, site: string): string {
  const usual = frameSizes[what.kind];
  const wide = width ?? usual.width;
  const attributes = {
    src: site + frameAddress(what),
    title,
    width: wide,
    height: height ?? usual.height,
    loading: "lazy",
    style: `border:0;width:100%;max-width:${wide}px`,
  };
  const written = Object.entries(attributes).map(
    ([name, value]) => `${name}="${escapeText(String(value))}"`,
  );
  return `<iframe ${written.join(" ")}></iframe>`;
}

/** The script that gives every frame of this site the height of its content. */
export function frameScript(site: string): string {
  return `<script src="${escapeText(site)}/embed.js" async></script>`;
}
