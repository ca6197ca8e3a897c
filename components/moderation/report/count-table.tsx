import clsx from "clsx";
import { useFormatter, useTranslations } from "next-intl";

export type Cell = string | number;

/** Counts by kind, a row each. On a narrow screen it scrolls by itself, not the page. */
export function CountTable({
  caption,
  heads,
  rows,
}: {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly Cell[])[];
}) {
  const t = useTranslations("modlog.report");
  const format = useFormatter();
  if (rows.length === 0) return <p className="text-muted">{t("nothing")}</p>;
  return (
    <div className="overflow-x-auto" role="region" aria-label={caption} tabIndex={0}>
      <table className="w-full max-w-4xl border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-ink text-start">
            {heads.map((head) => (
              <th
                key={head}
                scope="col"
                className="py-2 pe-6 text-start align-bottom font-semibold"
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join(" ")} className="border-b border-hairline">
              {row.map((cell, at) => (
                <td
                  key={heads[at]}
                  className={clsx(
                    "py-2 pe-6 align-top",
                    typeof cell === "number" && "tabular-nums",
                  )}
                >
                  {typeof cell === "number" ? format.number(cell) : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
