import { useTranslations } from "next-intl";

/** The first stop of the keyboard: past the header to the page. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a href="#content" className="skip-link">
      {t("skip")}
    </a>
  );
}
