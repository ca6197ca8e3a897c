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
    <div className="xl:grid xl:grid-cols-[1fr_16rem] xl:gap-16">
      <article>
        <PageHeading lead={lead}>{title}</PageHeading>
        {sections.map((section) => (
          <section key={section.id} aria-labelledby={section.id} className="mt-10 max-w-measure">
            <h2 id={section.id} className="mb-3 font-serif text-xl">
              {section.title}
            </h2>
            <Markdown>{section.body}</Markdown>
          </section>
        ))}
      </article>
      <nav aria-label={contentsLabel} className="order-first mt-8 hidden text-sm xl:order-none xl:block">
        <div className="sticky top-8 border-t border-ink pt-2">
          <p className="font-semibold">{contentsLabel}</p>
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
    </div>
  );
}
