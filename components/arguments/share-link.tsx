"use client";

import { useTranslations } from "next-intl";
import { useState, type MouseEvent } from "react";
import { quietActionWith } from "./quiet-action";

/**
 * The link of an argument. Without JavaScript it is a link to follow or to copy by hand; with it,
 * the device's own way of sharing, or a copy.
 */
export function ShareLink({ href, title }: { href: string; title: string }) {
  const t = useTranslations("arguments.actions");
  const [result, setResult] = useState("");
  async function share(event: MouseEvent<HTMLAnchorElement>) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const url = new URL(href, location.origin).href;
    const touch = matchMedia("(pointer: coarse)").matches;
    try {
      if (touch && typeof navigator.share === "function") await navigator.share({ title, url });
      else {
        await navigator.clipboard.writeText(url);
        setResult(t("copied"));
      }
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) location.assign(href);
    }
  }
  return (
    <a
      href={href}
      onClick={(event) => void share(event)}
      className={quietActionWith("link-2")}
      // For public/reader.js, which does the same on pages without React.
      data-share={title}
      data-copied={t("copied")}
      aria-label={result || `${t("share")}${t("linkTo", { title })}`}
    >
      <span role="status">{result || t("share")}</span>
    </a>
  );
}
