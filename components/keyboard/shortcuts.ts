import { routes } from "@/lib/routes";
import { singleKeysAreOn, turnSingleKeys } from "./setting";

/** Where a key is a letter being written, not a shortcut. */
const writing = "input, textarea, select, [contenteditable], dialog[open] *";
/** The id of the list of shortcuts, a popover. */
export const shortcutList = "shortcuts";

const shortcuts: Record<string, () => void> = {
  "/": goToSearch,
  j: () => goToArgument(1),
  k: () => goToArgument(-1),
  "?": () => listOfPage()?.togglePopover?.(),
};

/**
 * Single keys as shortcuts, in both editions: "/" searches, j and k go through the arguments, "?"
 * shows the list. The switch in that list turns them off.
 *
 * @returns a function that stops it
 */
export function startShortcuts(): () => void {
  const press = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, isComposing, target, defaultPrevented } = event;
    const shortcut = Object.hasOwn(shortcuts, key) ? shortcuts[key] : undefined;
    if (!shortcut || ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return;
    if (target instanceof Element && target.closest(writing)) return;
    if (!singleKeysAreOn()) return;
    event.preventDefault();
    shortcut();
  };
  const change = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement) || !target.matches(switches)) return;
    turnSingleKeys(target.checked);
    showSetting();
  };
  document.addEventListener("keydown", press);
  document.addEventListener("change", change);
  addEventListener("pageshow", showSetting);
  showSetting();
  return () => {
    document.removeEventListener("keydown", press);
    document.removeEventListener("change", change);
    removeEventListener("pageshow", showSetting);
  };
}

/** The page's own list where it has more keys than the rest, else the site's. */
const listOfPage = () =>
  document.querySelector<HTMLElement>("main [data-shortcuts]") ??
  document.getElementById(shortcutList);

const switches = "input[data-single-keys]";

function showSetting(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>(switches)) {
    input.checked = singleKeysAreOn();
  }
}

/** The page's search box, or the search page where there is none. */
function goToSearch(): void {
  const boxes = (within: string) =>
    document.querySelectorAll<HTMLInputElement>(`${within}input[type="search"]`);
  const visible = [...boxes("main "), ...boxes("")].find((box) => box.offsetParent);
  if (!visible) return location.assign(routes.search());
  visible.select();
  visible.focus();
}

/** What j and k go through: a page's arguments, or what a list marks as its steps. */
const steps = 'main article[id^="a-"], main [data-step]';

/** The next argument of the page, or the one before; from outside, the first one in sight. */
function goToArgument(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(steps)].filter(
    (article) => article.offsetParent,
  );
  const current = document.activeElement?.closest<HTMLElement>(steps);
  const at = current ? all.indexOf(current) : -1;
  const inSight = all.findIndex((article) => article.getBoundingClientRect().bottom > 0);
  const next = at >= 0 ? all[at + step] : all[Math.max(0, inSight)];
  next?.focus();
}
