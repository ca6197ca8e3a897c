import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { routes } from "@/lib/routes";
import { searchKinds, searchLimits, type SearchInput } from "@/lib/search/schema";

/** What to look for, and where. A GET form: the address is the search. */
export function SearchForm({ asked, debateTitle }: { asked: SearchInput; debateTitle?: string }) {
  const t = useTranslations("search");
  const kinds = searchKinds.map((kind) => ({
    value: kind.toLowerCase(),
    label: t(`kinds.${kind}`),
  }));
  return (
    <form
      action={routes.search()}
      role="search"
      aria-label={t("title")}
      className="max-w-measure space-y-4"
    >
      <TextField
        name="q"
        type="search"
        scope="search"
        label={t("form.label")}
        hint={t("form.hint")}
        defaultValue={asked.q}
        maxLength={searchLimits.query}
        autoComplete="off"
        enterKeyHint="search"
      />
      <div className="flex flex-wrap items-end gap-4">
        <div className="min-w-48 flex-1">
          <Select
            name="kind"
            scope="search"
            label={t("form.kind")}
            defaultValue={asked.kind?.toLowerCase() ?? ""}
            options={[{ value: "", label: t("form.allKinds") }, ...kinds]}
          />
        </div>
        <Button>{t("form.submit")}</Button>
      </div>
      {asked.debate ? (
        <Checkbox
          name="debate"
          scope="search"
          value={asked.debate}
          defaultChecked
          label={debateTitle ? t("form.inDebate", { title: debateTitle }) : t("form.inThisDebate")}
        />
      ) : null}
    </form>
  );
}
