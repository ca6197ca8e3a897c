import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FrontPage } from "@/components/debates/front-page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/heading";
import { getFeatured } from "@/lib/debates/queries/debates";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { alternates: { canonical: routes.home() } };

export default async function Page() {
  const [{ featured, others }, t] = await Promise.all([getFeatured(), getTranslations("home")]);
  if (featured) return <FrontPage featured={featured} others={others} />;
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <div className="mt-12">
        <EmptyState>{t("empty")}</EmptyState>
      </div>
    </>
  );
}
