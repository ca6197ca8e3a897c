import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SectionHeading } from "@/components/ui/heading";
import type { LogEntryView, LogHead } from "@/lib/moderation/log-view";

const command = "npm run cli -- modlog verify --head <hash>";

/** The log's newest hash, and what it is good for. */
export function LogEnd({ head }: { head: LogHead }) {
  const t = useTranslations("modlog.chain");
  return (
    <Chain words={t("head")}>
      {head.entries > 0 ? (
        <dl>
          <HashEntry name={t("newest", { entries: head.entries })}>{head.hash}</HashEntry>
        </dl>
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
    <Chain words={t("entry")}>
      <dl className="space-y-3">
        <HashEntry name={t("previous")} none={t("first")}>
          {entry.previousHash}
        </HashEntry>
        <HashEntry name={t("own")}>{entry.hash}</HashEntry>
      </dl>
    </Chain>
  );
}

type ChainProps = { words: string; children: ReactNode };

function Chain({ words, children }: ChainProps) {
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

type HashProps = { name: string; none?: string; children: string };

function HashEntry({ name, none, children }: HashProps) {
  return (
    <div>
      <dt className="font-semibold">{name}</dt>
      <dd>
        {children === "" ? (
          none
        ) : (
          <code className="break-all" translate="no">
            {children}
          </code>
        )}
      </dd>
    </div>
  );
}
