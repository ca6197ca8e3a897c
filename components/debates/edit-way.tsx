import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import { routes } from "@/lib/routes";

/** Among the ways from a debate, for its editors. */
export function EditWay({ slug }: { slug: string }) {
  const t = useTranslations("editing.reader");
  return (
    <li>
      <Anchor href={routes.editDebate(slug)} className="inline-flex min-h-8 items-center">
        {t("edit")}
      </Anchor>
    </li>
  );
}

/** From a draft as readers will see it, back to where it is made. */
export function GoOnEditing({ slug }: { slug: string }) {
  const t = useTranslations("editing.reader");
  return (
    <p className="mt-1">
      <Anchor href={routes.editDebate(slug)} className="inline-flex min-h-6 items-center">
        {t("draftEdit")}
      </Anchor>
    </p>
  );
}

/** At the end of a brief, for its editors. */
export function EditBriefLink({ slug }: { slug: string }) {
  const t = useTranslations("editing.reader");
  return (
    <ButtonLink href={routes.editDebate(slug, { part: "facts" })} variant="quiet">
      {t("edit")}
    </ButtonLink>
  );
}

/** For those who may make a debate. */
export function NewDebateLink() {
  const t = useTranslations("editing.new");
  return (
    <p className="mt-5">
      <ButtonLink href={routes.newDebate()} variant="quiet">
        {t("link")}
      </ButtonLink>
    </p>
  );
}
