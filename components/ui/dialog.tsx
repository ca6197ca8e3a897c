"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, type ReactNode } from "react";
import { Button, type ButtonSize, type ButtonVariant } from "./button";
import { Icon } from "./icon";

/**
 * A window over the page, for extras only: what everyone needs is in the page itself. The browser
 * keeps the focus inside, closes it on Escape and gives the focus back. Never inside a <p>.
 */
export function Dialog({
  trigger,
  title,
  children,
  variant = "quiet",
  size = "normal",
}: {
  trigger: ReactNode;
  title: string;
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
}) {
  const t = useTranslations("common");
  const window = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <>
      <Button
        type="button"
        variant={variant}
        size={size}
        data-needs-script=""
        aria-haspopup="dialog"
        onClick={() => window.current?.showModal()}
      >
        {trigger}
      </Button>
      <dialog
        ref={window}
        aria-labelledby={titleId}
        onClick={(event) => {
          if (event.target === event.currentTarget) window.current?.close();
        }}
        className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-sm border border-hairline shadow-float"
      >
        <div className="p-6">
          <div className="mb-4 flex items-start justify-between gap-4">
            <h2 id={titleId} className="font-serif text-lg">
              {title}
            </h2>
            <button
              type="button"
              aria-label={t("close")}
              onClick={() => window.current?.close()}
              className="grid size-8 flex-none place-items-center"
            >
              <Icon as={X} />
            </button>
          </div>
          {children}
        </div>
      </dialog>
    </>
  );
}
