import { cleanText } from "../bundle-parts";
import { webAddressPattern, type OutlineSource } from "../outline";
import { readMarkup, sourceOf, unescaped } from "./markup";
import type { RawSource } from "./lines";

/** Reads one entry of a list of sources: a title, an address, and under them the words quoted. */
export function readSource(entry: RawSource): OutlineSource {
  const begun = Math.max(
    0,
    entry.lines.findIndex((line) => line.trim()),
  );
  const first = entry.lines[begun] ?? "";
  const others = entry.lines.slice(begun + 1);
  const pieces = readMarkup(first.trim());
  const [link, ...more] = pieces;
  const linked =
    link?.kind === "link" && more.every(({ text }) => !text.trim()) ? sourceOf(link) : null;
  if (linked) {
    return { ...linked, quotation: linked.quotation || quoted(others.join("\n")) };
  }
  return readWords(first, others);
}

function readWords(first: string, others: string[]): OutlineSource {
  const address = /https?:\/\/\S+/i;
  let head = first;
  let rest = others;
  if (
    !address.test(first) &&
    address.test(others[0] ?? "") &&
    others[0]!.trim().startsWith("http")
  ) {
    head = `${first} ${others[0]!.trim()}`;
    rest = others.slice(1);
  }
  const found = address.exec(head);
  const url = found ? unescaped(found[0]).replace(/[)\],;”"]+$/, "") : null;
  const before = cleanText(unescaped(head.slice(0, found?.index ?? head.length)));
  const after = found ? head.slice(found.index + found[0].length) : "";
  const usable = url && webAddressPattern.test(url) ? url : null;
  return {
    title: before.replace(/[\s,;:(–—-]+$/u, "") || hostOf(usable) || usable || cleanText(head),
    url: usable,
    publisher: "",
    published: null,
    quotation: quoted([after.replace(/^[\s),.;:–—-]+/u, ""), ...rest].join("\n")),
  };
}

/** Without the marks around it. */
function quoted(text: string): string {
  const words = cleanText(unescaped(text.trim()));
  const marked = /^(["“„«'])([\s\S]*)(["”“»'])$/.exec(words);
  return marked ? marked[2]!.trim() : words;
}

function hostOf(url: string | null): string {
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}
