import { useTranslations } from "next-intl";
import { KeyList } from "@/components/keyboard/key-list";

const keys = [
  ...["j", "x", "a", "h", "r", "b", "w", "m", "e", "n", "u", "s", "send"],
  ...["find", "help"],
] as const;

/** The keys of the queue. */
export function KeysHelp() {
  const t = useTranslations("moderation.queue.keys");
  const words = keys.map((key) => ({ key: t(`key.${key}`), does: t(`does.${key}`) }));
  return <KeyList id="queue-keys" title={t("title")} keys={words} ofPage />;
}
