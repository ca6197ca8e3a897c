import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { PageHeading } from "@/components/ui/heading";
import { routes } from "@/lib/routes";
import { CreateForm } from "./create-form";
import { useDecisionFields } from "./fields";

/** Where a debate begins, and the drafts one has begun before. */
export function NewDebate({ drafts }: { drafts: readonly { slug: string; title: string }[] }) {
  const t = useTranslations("editing.new");
  const first = ["title", "motion", "motionNote"];
  const fields = useDecisionFields(false);
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <div className="mt-8">
        <CreateForm
          fields={fields.filter(({ name }) => first.includes(name))}
          words={{ submit: t("submit"), pending: t("pending") }}
        />
      </div>
      {drafts.length > 0 ? (
        <section aria-labelledby="drafts" className="mt-12 max-w-measure">
          <h2 id="drafts" className="border-t border-hairline pt-2 text-base font-semibold">
            {t("mine")}
          </h2>
          <ul className="mt-2">
            {drafts.map(({ slug, title }) => (
              <li key={slug}>
                <Anchor
                  href={routes.editDebate(slug)}
                  dir="auto"
                  className="inline-flex min-h-8 items-center"
                >
                  {title}
                </Anchor>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
