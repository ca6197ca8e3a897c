import { getTranslations } from "next-intl/server";
import { Anchor } from "@/components/ui/anchor";
import { Time } from "@/components/ui/time";
import type { PreparedExportView } from "@/lib/interchange/view";
import { routes } from "@/lib/routes";

/** The files of a debate that were prepared for the reader: how far each is, and the way to it. */
export async function PreparedList({ slug, items }: { slug: string; items: PreparedExportView[] }) {
  const t = await getTranslations("exchange.export.prepared");
  const underWay = items.some(({ state }) => state === "WAITING" || state === "RUNNING");
  return (
    <section id="prepared" aria-labelledby="prepared-title" className="mt-8 max-w-[52rem]">
      <h2 id="prepared-title" className="font-serif text-xl">
        {t("title")}
      </h2>
      <ul className="mt-3 border-t border-hairline">
        {items.map((item) => (
          <PreparedItem key={item.id} item={item} />
        ))}
      </ul>
      {underWay ? (
        <p className="mt-2 text-sm">
          {/* A plain link: the page is asked for anew, with or without scripts. */}
          <a href={routes.exportDebate(slug)} className="underline">
            {t("again")}
          </a>
        </p>
      ) : null}
    </section>
  );
}

async function PreparedItem({ item }: { item: PreparedExportView }) {
  const [t, names] = await Promise.all([
    getTranslations("exchange.export.prepared"),
    getTranslations("exchange.export.names"),
  ]);
  const format = names(item.format);
  return (
    <li className="border-b border-hairline py-3">
      {item.state === "READY" && item.bytes !== null ? (
        <Anchor
          href={routes.preparedFile(item.id)}
          className="inline-flex min-h-8 items-center font-semibold underline"
          download
        >
          {t("take", { format, ...sizeOf(item.bytes) })}
        </Anchor>
      ) : (
        <p className="font-semibold">{format}</p>
      )}
      <p className="text-sm">
        {t.rich(`state.${item.state}`, {
          at: () => <Time value={item.finishedAt ?? item.createdAt} precision="minute" />,
          until: () => <Time value={item.expiresAt ?? item.createdAt} />,
        })}
      </p>
      {item.progress ? <Progress format={format} {...item.progress} /> : null}
    </li>
  );
}

async function Progress({ format, done, total }: { format: string; done: number; total: number }) {
  const t = await getTranslations("exchange.export.prepared");
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-3 text-sm">
      <progress aria-label={t("progress", { format })} value={done} max={total} />
      <span>{t("percent", { percent: Math.floor((100 * done) / total) / 100 })}</span>
    </p>
  );
}

/** In kilobytes, or in megabytes from one on. */
function sizeOf(bytes: number): { size: number; unit: "kB" | "MB" } {
  if (bytes < 1_000_000) return { size: Math.max(1, Math.round(bytes / 1000)), unit: "kB" };
  return { size: Math.round(bytes / 100_000) / 10, unit: "MB" };
}
