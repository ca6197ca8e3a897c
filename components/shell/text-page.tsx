import { PageHeading } from "@/components/ui/heading";
import { Markdown } from "@/components/ui/markdown";

export type TextSection = { id: string; title: string; body: string };

/** A page of our own words: a heading, what it holds, and its sections as Markdown. */
export function TextPage({
  title,
  lead,
  contentsLabel,
  sections,
}: {
  title: string;
  lead: string;
  contentsLabel: string;
  sections: readonly TextSection[];
}) {
  return (
    <>
      <PageHeading lead={lead}>{title}</PageHeading>
      <div className="mt-10 lg:grid lg:grid-cols-[15rem_1fr] lg:gap-12">
        <Contents label={contentsLabel} sections={sections} />
        <div className="max-w-measure space-y-10">
          {sections.map((section) => (
            <section key={section.id} aria-labelledby={section.id}>
              <h2 id={section.id} className="mb-3 font-serif text-xl">
                {section.title}
              </h2>
              <Markdown>{section.body}</Markdown>
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

function Contents({ label, sections }: { label: string; sections: readonly TextSection[] }) {
  return (
    <nav aria-label={label} className="mb-10 text-sm">
      <div className="border-t border-ink pt-2 lg:sticky lg:top-8">
        <p className="font-semibold">{label}</p>
        <ul className="mt-2">
          {sections.map((section) => (
            <li key={section.id}>
              <a href={`#${section.id}`} className="nav-link">
                {section.title}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
