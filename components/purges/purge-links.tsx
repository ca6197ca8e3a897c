import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { routes } from "@/lib/routes";

/** For administrators: asks that a thing goes by law, or the words of an entry of the log. */
export function PurgeLinks({
  thing,
  entry,
}: {
  thing: { target: "ARGUMENT" | "COMMENT"; id: string } | null;
  entry: number | null;
}) {
  const t = useTranslations("purges");
  if (!thing && entry === null) return null;
  return (
    <ul className="mt-6 flex flex-wrap gap-x-6 gap-y-2 text-sm">
      {thing ? (
        <li>
          <Anchor href={routes.requestPurge(thing.target, thing.id)} className="nav-link">
            {t("link")}
          </Anchor>
        </li>
      ) : null}
      {entry === null ? null : (
        <li>
          <Anchor href={routes.requestPurge("ENTRY", entry)} className="nav-link">
            {t("linkWords")}
          </Anchor>
        </li>
      )}
    </ul>
  );
}
