import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { isReady, type Check } from "@/lib/debates/checklist";
import { routes } from "@/lib/routes";
import { AbandonForm, PublishForm } from "./publish-form";

/** What has to stand before a debate opens, each with the way to where it is mended. */
export function Checklist({ slug, checks }: { slug: string; checks: readonly Check[] }) {
  const t = useTranslations("editing");
  return (
    <>
      <ul className="max-w-measure border-b border-hairline">
        {checks.map((check) => (
          <CheckLine key={check.item} slug={slug} check={check} />
        ))}
      </ul>
      <p className="mt-6 max-w-measure text-sm text-muted">{t("check.publishNote")}</p>
      <div className="mt-4">
        {isReady(checks) ? (
          <PublishForm
            debate={slug}
            words={{ submit: t("check.publish"), pending: t("check.publishing") }}
          />
        ) : (
          <p className="text-sm font-semibold">{t("check.notReady")}</p>
        )}
      </div>
      <AbandonForm
        debate={slug}
        words={{ title: t("abandon.title"), text: t("abandon.text"), submit: t("abandon.submit") }}
      />
    </>
  );
}

function CheckLine({ slug, check: { item, done, part, facts } }: { slug: string; check: Check }) {
  const t = useTranslations("editing.check");
  const words = t(`items.${item}`);
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-hairline py-3">
      <span className={done ? "w-16 text-sm text-muted" : "w-16 text-sm font-semibold"}>
        {t(done ? "done" : "missing")}
      </span>
      <span className="min-w-0 flex-1">
        {words}
        {facts.length > 0 ? (
          <span className="block text-sm text-muted">
            {t("factsWithout", { facts: facts.map((number) => `F${number}`).join(", ") })}
          </span>
        ) : null}
      </span>
      {done ? null : (
        <Anchor
          href={routes.editDebate(slug, { part })}
          aria-label={t("mendLabel", { item: words })}
          className="inline-flex min-h-6 items-center text-sm"
        >
          {t("mend")}
        </Anchor>
      )}
    </li>
  );
}
