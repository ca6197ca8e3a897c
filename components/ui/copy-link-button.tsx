"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button, type ButtonVariant } from "./button";
import { Icon } from "./icon";

/** Copies a link. Hidden without JavaScript: put the link itself beside it. */
export function CopyLinkButton({
  href,
  label,
  variant = "link",
}: {
  /** A path of this site, or a whole URL. */
  href: string;
  label?: string;
  variant?: ButtonVariant;
}) {
  const t = useTranslations("common");
  const [result, setResult] = useState<"copied" | "failed">();
  useEffect(() => {
    if (!result) return;
    const timer = setTimeout(() => setResult(undefined), 4000);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(new URL(href, location.origin).href);
      setResult("copied");
    } catch {
      setResult("failed");
    }
  };
  return (
    <span data-needs-script="" className="inline-flex items-center gap-2">
      <Button type="button" variant={variant} onClick={() => void copy()}>
        <Icon as={result === "copied" ? Check : Copy} />
        {label ?? t("copyLink")}
      </Button>
      <span role="status" className="text-xs text-muted">
        {result === "copied" ? t("copied") : result === "failed" ? t("copyFailed") : null}
      </span>
    </span>
  );
}
