import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { Disclosure } from "@/components/ui/disclosure";
import type { ArgumentCuration } from "@/lib/moderation/queries/curation";
import { argumentActs } from "@/lib/moderation/vocabulary";
import { CurateArgumentForm } from "./curate-form";
import { Standing } from "./standing";

/** One thing that a curator can do: its name, and the form or the words why not. */
type CuratorForm = { key: string; title: string; form: ReactNode };

/** On an argument's page, for its curators: what they can do to it, each in a fold of its own. */
function CurateArgument({
  forms,
  tree,
}: {
  forms: readonly CuratorForm[];
  tree: string | undefined;
}) {
  const t = useTranslations("moderation");
  return (
    <section className="mt-10 max-w-measure" data-no-print="">
      <Disclosure summary={t("life.argumentTitle")}>
        <ul className="space-y-2 border-s-3 border-hairline ps-4">
          {forms.map(({ key, title, form }) => (
            <li key={key}>
              <Disclosure name="curate" summary={title}>
                {form}
              </Disclosure>
            </li>
          ))}
          {tree ? (
            <li>
              <Anchor href={tree} className="inline-flex min-h-8 items-center ps-1">
                {t("curate.tree")}
              </Anchor>
            </li>
          ) : null}
        </ul>
      </Disclosure>
    </section>
  );
}

/** Locking and featuring here, and the way to what changes the tree. */
export function ArgumentCurators({
  argument,
  curation: { can, standing },
  tree,
}: {
  argument: string;
  curation: ArgumentCuration;
  /** Where its place, words and marks are curated; undefined for who may not. */
  tree: string | undefined;
}) {
  const t = useTranslations("moderation.life.argument");
  const forms = argumentActs.map((act): CuratorForm => {
    const permission = can[act];
    return {
      key: act,
      title: t(act),
      form: permission.granted ? (
        <CurateArgumentForm argument={argument} act={act} />
      ) : (
        <Standing refusal={permission} entry={standing[act]} />
      ),
    };
  });
  return <CurateArgument forms={forms} tree={tree} />;
}
