import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { routes } from "@/lib/routes";

/** Instead of results, after too many searches: when to go on, and what can be done meanwhile. */
export function SearchPause({ seconds }: { seconds: number }) {
  const t = useTranslations("search.pause");
  return (
    <div className="max-w-measure border-t border-hairline py-8" role="status">
      <p className="font-serif text-lg">{t("title")}</p>
      <p className="mt-3">{t("wait", { minutes: Math.ceil(seconds / 60) })}</p>
      <p className="mt-1">
        {t.rich("meanwhile", {
          link: (words) => <Anchor href={routes.debates()}>{words}</Anchor>,
        })}
      </p>
    </div>
  );
}
