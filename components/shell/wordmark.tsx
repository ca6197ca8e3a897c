/** The mark: two opposed triangles, one voice each, of equal weight. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <path d="M3 26 11.5 6 20 26Z" fill="var(--support-mark)" />
      <path d="M12 6h17L20.5 26Z" fill="var(--oppose-mark)" style={{ mixBlendMode: "normal" }} />
    </svg>
  );
}
