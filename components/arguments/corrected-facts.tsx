import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Notice } from "@/components/ui/notice";
import type { ArgumentView } from "@/lib/arguments/view";
import { ConfirmFactsForm } from "./confirm-facts-form";

/** Says which facts were corrected since anybody looked whether the argument holds. */
export function CorrectedFacts({
  argument,
  briefHref,
}: {
  argument: ArgumentView;
  briefHref: string;
}) {
  const t = useTranslations("arguments.grounds");
  const corrected = argument.facts.filter((fact) => fact.corrected);
  if (corrected.length === 0 || argument.status !== "LIVE") return null;
  return (
    <Notice className="mt-3 max-w-measure">
      <p>
        <span className="font-semibold">{t("corrected", { count: corrected.length })}</span>
        {corrected.map(({ id, number }) => (
          <Fragment key={id}>
            {" "}
            <a href={`${briefHref}#F${number}`}>{t("fact", { number })}</a>
          </Fragment>
        ))}
      </p>
      {argument.can.confirmFacts.granted ? (
        <ConfirmFactsForm argument={argument} facts={corrected} />
      ) : null}
    </Notice>
  );
}
