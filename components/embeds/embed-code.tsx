import { useTranslations } from "next-intl";
import { frameAddress, frameCode, frameScript } from "@/lib/embeds/frame";
import { frameSizes, type Embeddable } from "@/lib/embeds/schema";

/** The code that shows a debate or an argument on another site, and what it will look like there. */
export function EmbedCode({
  what,
  title,
  site,
}: {
  what: Embeddable;
  title: string;
  /** The address of this site. */
  site: string;
}) {
  const t = useTranslations("embeds");
  const code = `${frameCode({ what, title }, site)}\n${frameScript(site)}\n`;
  return (
    <div className="max-w-[44rem] space-y-8">
      <div>
        <label htmlFor="embed-code" className="text-sm font-semibold">
          {t("code")}
        </label>
        <textarea
          id="embed-code"
          readOnly
          rows={6}
          dir="ltr"
          spellCheck={false}
          aria-describedby="embed-hint"
          defaultValue={code}
          className="control mt-1 w-full font-mono text-xs"
        />
        <p id="embed-hint" className="mt-1 text-sm text-muted">
          {t("script")}
        </p>
      </div>
      <section aria-labelledby="embed-preview">
        <h2 id="embed-preview" className="text-sm font-semibold">
          {t("preview")}
        </h2>
        <iframe
          src={frameAddress(what)}
          title={t("frame", { title })}
          height={frameSizes[what.kind].height}
          loading="lazy"
          className="mt-2 block w-full border-0"
        />
      </section>
    </div>
  );
}
