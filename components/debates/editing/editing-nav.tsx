import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { editingParts, type EditingPart } from "@/lib/debates/vocabulary";
import { routes } from "@/lib/routes";

/** A draft is made in four steps; what is open is edited part by part. */
const steps: readonly (readonly EditingPart[])[] = [
  ["decision"],
  ["facts", "actors", "timeline", "questions", "glossary"],
  ["arguments"],
  ["publish"],
];

/** The parts of a debate that is open: nothing is left to be published, and everybody argues. */
export function partsOf(draft: boolean): EditingPart[] {
  return editingParts.filter((part) => draft || (part !== "arguments" && part !== "publish"));
}

/** The ways between the parts of a debate that is edited. */
export function EditingNav({
  slug,
  current,
  draft,
}: {
  slug: string;
  current: EditingPart;
  draft: boolean;
}) {
  const t = useTranslations("editing");
  const link = (part: EditingPart) => (
    <Anchor
      key={part}
      href={routes.editDebate(slug, { part })}
      className="nav-link"
      aria-current={part === current ? "page" : undefined}
    >
      {t(`parts.${part}`)}
    </Anchor>
  );
  if (!draft) {
    return (
      <nav aria-label={t("nav")} className="flex flex-wrap gap-x-6 gap-y-1 text-sm lg:block">
        {partsOf(false).map((part) => (
          <div key={part}>{link(part)}</div>
        ))}
      </nav>
    );
  }
  return (
    <nav aria-label={t("steps")} className="text-sm">
      <ol className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
        {steps.map((parts, index) => (
          <li key={parts[0]}>
            <p className="text-xs font-semibold text-muted">{t("step", { number: index + 1 })}</p>
            <div className="flex flex-wrap gap-x-5 lg:block">
              {parts.map((part) => (
                <div key={part}>{link(part)}</div>
              ))}
            </div>
          </li>
        ))}
      </ol>
      <div className="mt-4 border-t border-hairline pt-3">{link("editors")}</div>
    </nav>
  );
}
