import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { voiceClasses } from "@/components/ui/voice-mark";
import type { Stance } from "@/lib/arguments/vocabulary";

type Props = {
  /** What is answered; null for the motion. */
  parent: { id: string; number: string } | null;
  /** The side; null: the writer chooses. */
  stance: Stance | null;
  children: ReactNode;
};

/** The place in the page where a new argument is written, and what it will answer. */
export function ComposerFrame({ parent, stance, children }: Props) {
  const t = useTranslations("arguments.form");
  return (
    <section
      id={parent ? `reply-${parent.id}` : "write"}
      aria-labelledby="write-heading"
      className={clsx(
        "my-4 scroll-mt-4 border-y border-y-hairline bg-raised px-4 py-5 sm:px-5",
        stance && "border-s-3",
        stance && voiceClasses[stance].edge,
      )}
    >
      <h3 id="write-heading" className="font-serif text-lg">
        {parent ? t("titleReply", { number: parent.number }) : t(`titleAdd.${stance ?? "SUPPORT"}`)}
      </h3>
      {children}
    </section>
  );
}
