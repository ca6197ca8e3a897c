/** The mark: two opposed triangles of equal weight, one for each voice. Same drawing as app/icon.svg. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <path d="M1.5 27 10 5l8.5 22Z" fill="var(--support-mark)" />
      <path d="M13.5 5h17L22 27Z" fill="var(--oppose-mark)" />
    </svg>
  );
}
