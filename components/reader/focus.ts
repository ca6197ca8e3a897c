/**
 * Helps who reads by keyboard: a link within the page takes the focus along, and the arrow keys go
 * through an open menu.
 */
export function startFocus(): void {
  addEventListener("hashchange", focusTarget);
  document.addEventListener("keydown", goThroughMenu);
}

function focusTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || target.contains(document.activeElement)) return;
  if (!target.matches("a[href], button, input, select, textarea, summary, [tabindex]")) {
    target.tabIndex = -1;
  }
  target.focus({ preventScroll: true });
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

function goThroughMenu(event: KeyboardEvent): void {
  const step = steps[event.key];
  const menu = document.querySelector(".menu:popover-open");
  if (!step || !menu) return;
  const items = [...menu.querySelectorAll<HTMLElement>("a[href], button")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? (step > 0 ? 0 : items.length - 1) : at + step;
  event.preventDefault();
  items[(next + items.length) % items.length]?.focus();
}
