import { tags, type Tag } from "@/lib/live/tags";

const script = /<script\b([^>]*)>[\s\S]*?<\/script>/g;
const frameworkLink = /<link\b[^>]*\b(?:as="script"|rel="modulepreload")[^>]*>/g;
const debateName = /<meta name="debate" content="(\d{1,9})"\/?>/;

const newestEvent = /<div data-live="[^"]*?&quot;after&quot;:(\d{1,15})\b/;

/** A frame for other sites is made without the framework and brings the one script it has. */
const finished = /^<!doctype html><html [^>]*\bdata-embed\b/;

/**
 * A page without its framework: React's scripts and inline data are taken out, data blocks
 * (JSON-LD) and the theme's script stay, and one small script of ours is added that enhances what
 * already works without it. The input is Next's own output, in which text of people is escaped and
 * can hold no tag.
 */
export function readersEdition(html: string): string {
  if (finished.test(html)) return html;
  return html
    .replace(script, (whole, attributes: string) =>
      attributes.includes('type="application/ld+json"') || attributes.includes('src="/theme.js"')
        ? whole
        : "",
    )
    .replace(frameworkLink, "")
    .replace("</head>", '<script src="/reader.js" defer></script></head>');
}

/** The debate that a page says it shows, as a tag. */
export function tagsInPage(html: string): Tag[] {
  const id = debateName.exec(html)?.[1];
  return id ? [tags.debate(Number(id))] : [];
}

/** The newest event of its debate that a page says it shows; null when it says nothing of events. */
export function eventInPage(html: string): number | null {
  const id = newestEvent.exec(html)?.[1];
  return id === undefined ? null : Number(id);
}

/** The page's policy without the exception that only the framework's inline scripts need. */
export function strictPolicy(policy: string): string {
  return policy
    .replace(/script-src [^;]*/, "script-src 'self'")
    .replace(/connect-src [^;]*/, "connect-src 'self'");
}
