/** Facts about a page for machines. A `<` in the text cannot end the element. */
export function JsonLd({ data }: { data: Record<string, unknown> }) {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  // eslint-disable-next-line no-restricted-syntax -- Data, never run; entities would break it.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
