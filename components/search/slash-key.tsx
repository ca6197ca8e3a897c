"use client";

import { useEffect } from "react";
import { slashKeyIsOn } from "./slash-key-setting";

const writing = "input, textarea, select, [contenteditable], dialog[open] *";

const searchBoxes = (within: string) =>
  document.querySelectorAll<HTMLInputElement>(`${within}input[type="search"]`);

/** The key "/" goes to the page's search box, or to the search page where there is none. Mount once. */
export function SlashKey({ searchHref }: { searchHref: string }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, isComposing, target, defaultPrevented } = event;
      if (key !== "/" || ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return;
      if (target instanceof Element && target.closest(writing)) return;
      if (!slashKeyIsOn()) return;
      event.preventDefault();
      const visible = [...searchBoxes("main "), ...searchBoxes("")].find((box) => box.offsetParent);
      if (visible) visible.select();
      else location.assign(searchHref);
      visible?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [searchHref]);
  return null;
}
