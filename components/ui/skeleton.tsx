import { useTranslations } from "next-intl";

/** The shape of text to come; shown only after 300 ms, so that quick answers do not flicker. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useTranslations("common");
  return (
    <div role="status" className="space-y-3">
      <span className="sr-only">{t("loading")}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div
          key={line}
          aria-hidden="true"
          className="skeleton h-4"
          style={{ inlineSize: line === lines - 1 ? "60%" : "100%" }}
        />
      ))}
    </div>
  );
}
