import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { NewcomerNote } from "@/lib/suggestions/view";

type Props = {
  note: NewcomerNote | null;
  /** Where everything waits, what waits besides is not said. */
  curated?: boolean;
  className?: string;
};

/** Where a new member writes: what waits of it, and how many people it may name. */
export function NewcomerNotice({ note, curated = false, className }: Props) {
  const t = useTranslations("arguments.form");
  if (!note) return null;
  const waits = curated ? { first: 0, links: 0 } : note;
  return <Notice className={className}>{t("newcomer", { ...note, ...waits })}</Notice>;
}
