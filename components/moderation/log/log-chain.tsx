import { useTranslations } from "next-intl";
import { SectionHeading } from "@/components/ui/heading";
import type { LogEntryView, LogHead } from "@/lib/moderation/log-view";

const command = "npm run cli -- modlog verify";

/** The log's newest hash, and what it is good for. */
export function LogEnd({ head }: { head: LogHead }) {
  const t = useTranslations("modlog.chain");
  return (
    <Chain words={t("head")} command={`${command} --head …`}>
      {head.entries > 0 ? (
        <Hash name={t("newest", { entries: head.entries })}>{head.hash}</Hash>
      ) : (
        <p>{t("none")}</p>
      )}
    </Chain>
  );
}

/** An entry's place in the chain. */
export function LogPlace({ entry }: { entry: LogEntryView }) {
  const t = useTranslations("modlog.chain");
  return (
    <Chain words={t("entry")} command={`${command} --head …`}>
      <dl className="space-y-3">
        <HashEntry name={t("previous")}>{entry.previousHash || t("first")}</HashEntry>
        <HashEntry name={t("own")}>{entry.hash}</HashEntry>
      </dl>
    </Chain>
  );
}

type ChainProps = { words: string; command: string; children: React.ReactNode };

function Chain({ words, command, children }: ChainProps) {
  const t = useTranslations("modlog.chain");
  return (
    <section aria-labelledby="chain" className="mt-12 max-w-measure text-sm">
      <SectionHeading id="chain">{t("title")}</SectionHeading>
      <div className="mt-3 space-y-3">
        <p className="text-muted">{words}</p>
        {children}
        <p className="text-muted">
          {t.rich("check", { command, code: (text) => <code>{text}</code> })}
        </p>
      </div>
    </section>
  );
}

function Hash({ name, children }: { name: string; children: string }) {
  return (
    <dl>
      <HashEntry name={name}>{children}</HashEntry>
    </dl>
  );
}

function HashEntry({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="font-semibold">{name}</dt>
      <dd>
        <code className="break-all" translate="no">
          {children}
        </code>
      </dd>
    </div>
  );
}
