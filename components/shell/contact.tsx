/** The operator's contact as a link when it is an address of mail or the web, as text otherwise. */
export function Contact({ children }: { children: string }) {
  const href = /^https?:\/\//.test(children)
    ? children
    : /^[^\s@]+@[^\s@]+$/.test(children)
      ? `mailto:${children}`
      : null;
  return href ? <a href={href}>{children}</a> : <>{children}</>;
}
