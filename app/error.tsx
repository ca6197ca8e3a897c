"use client";

import { useTranslations } from "next-intl";
import { PageMessage } from "@/components/shell/page-message";
import { Button, ButtonLink } from "@/components/ui/button";
import { routes } from "@/lib/routes";

/** The reference number under which the server's log keeps the error. */
function referenceOf(error: unknown): string | undefined {
  return error instanceof Error && "digest" in error ? String(error.digest) : undefined;
}

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("errors.page.error");
  const common = useTranslations("common");
  const reference = referenceOf(error);
  return (
    <PageMessage
      title={t("title")}
      lead={t("lead")}
      ways={
        <>
          <Button type="button" data-needs-script="" onClick={retry}>
            {t("retry")}
          </Button>
          <ButtonLink href={routes.home()} variant="quiet">
            {t("home")}
          </ButtonLink>
        </>
      }
    >
      {reference ? <p className="text-sm">{common("reference", { reference })}</p> : null}
    </PageMessage>
  );
}
