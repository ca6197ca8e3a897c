import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { importFormats } from "@/lib/interchange/schema";
import { routes } from "@/lib/routes";

/** The first step: sends a file, to be looked into. After a report it steps back behind that. */
export function FileForm({ again }: { again: boolean }) {
  const t = useTranslations("exchange.import");
  const names = useTranslations("exchange.export.names");
  const formats = importFormats.map((value) => ({ value, label: names(value) }));
  return (
    <form
      action={routes.handlers.importFile()}
      method="post"
      encType="multipart/form-data"
      className="mt-8 max-w-[40rem] space-y-6 border-t border-hairline pt-6"
    >
      {again ? <h2 className="text-lg">{t("another")}</h2> : null}
      <TextField type="file" name="file" label={t("file")} hint={t("fileHint")} required />
      <Select
        name="format"
        label={t("format")}
        defaultValue=""
        options={[{ value: "", label: t("automatic") }, ...formats]}
      />
      <Button variant={again ? "quiet" : "primary"}>{t("check")}</Button>
    </form>
  );
}
