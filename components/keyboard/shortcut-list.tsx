import { useTranslations } from "next-intl";
import { KeyList } from "./key-list";
import { shortcutList } from "./shortcuts";

const keys = ["/", "j", "k", "?"] as const;
const names = { "/": "search", j: "next", k: "previous", "?": "list" } as const;

/** The keys of the whole site. */
export function ShortcutList() {
  const t = useTranslations("keyboard");
  const words = keys.map((key) => ({ key, does: t(names[key]) }));
  return <KeyList id={shortcutList} title={t("title")} keys={words} />;
}
