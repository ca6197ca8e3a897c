import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { houseSections } from "@/components/shell/house-words";
import { TextPage } from "@/components/shell/text-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("about");
  return { title: t("title"), description: t("description") };
}

export default async function AboutPage() {
  const t = await getTranslations("about");
  return (
    <TextPage
      title={t("title")}
      lead={t("lead")}
      contentsLabel={t("contents")}
      sections={await houseSections("about")}
    />
  );
}
