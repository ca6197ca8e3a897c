import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import type { ArgumentCuration } from "@/lib/moderation/queries/curation";
import { argumentActs } from "@/lib/moderation/vocabulary";
import { CurateArgumentForm } from "./curate-form";
import { Standing } from "./standing";

/** One thing that a curator can do: its name, and the form or the words why not. */
export type CuratorForm = { key: string; title: string; form: ReactNode };

/** On an argument's page, for its curators: what they can do to it, each in a fold of its own. */
export function CurateArgument({ forms }: { forms: readonly CuratorForm[] }) {
  const t = useTranslations("moderation.life");
  return (
    <section className="mt-10 max-w-measure" data-no-print="">
      <Disclosure summary={t("argumentTitle")}>
        <ul className="space-y-2 border-s-3 border-hairline ps-4">
          {forms.map(({ key, title, form }) => (
            <li key={key}>
              <Disclosure name="curate" summary={title}>
                {form}
              </Disclosure>
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}

/** Locking and featuring; what else curators do comes as further forms. */
export function ArgumentCurators({
  argument,
  curation: { can, standing },
  more = [],
}: {
  argument: string;
  curation: ArgumentCuration;
  more?: readonly CuratorForm[];
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
  return <CurateArgument forms={[...forms, ...more]} />;
}
