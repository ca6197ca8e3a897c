/** Share copies a link, or opens the device's own way of sharing. */
export function startShare(): void {
  document.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    const link =
      event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a[data-share]");
    if (!link) return;
    event.preventDefault();
    void share(link);
  });
}

async function share(link: HTMLAnchorElement): Promise<void> {
  const { href: url, dataset } = link;
  try {
    if (matchMedia("(pointer: coarse)").matches && typeof navigator.share === "function") {
      return await navigator.share({ title: dataset.share ?? "", url });
    }
    await navigator.clipboard.writeText(url);
    const said = dataset.copied ?? "";
    link.ariaLabel = said;
    if (link.firstElementChild) link.firstElementChild.textContent = said;
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) location.assign(url);
  }
}
