"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { VoiceMark } from "@/components/ui/voice-mark";
import { idle } from "@/lib/actions/form-state";
import { findSimilarAction } from "@/lib/arguments/actions";
import type { SimilarArgument } from "@/lib/arguments/queries/similar";
import { routes } from "@/lib/routes";

/** Milliseconds of rest before looking. */
const rest = 400;

/** Arguments that resemble the claim being written. Says so; never blocks. */
export function Similar({ debate, title }: { debate: string; title: string }) {
  const t = useTranslations("arguments.form");
  const voice = useTranslations("common.voice");
  const [found, setFound] = useState<readonly SimilarArgument[]>([]);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      void look(debate, title).then((similar) => {
        if (wanted) setFound(similar);
      });
    }, rest);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [debate, title]);
  const same = found.some((argument) => argument.nearlySame);
  return (
    <div role="status">
      {found.length === 0 ? null : (
        <div
          className={
            same ? "border-s-8 border-ink bg-wash px-4 py-3" : "border-s-3 border-edge ps-4"
          }
        >
          <p className="text-sm font-semibold">{same ? t("nearlySame") : t("similar")}</p>
          <ul className="mt-1 space-y-1 text-sm">
            {found.map((argument) => (
              <li key={argument.id} className="flex flex-wrap items-baseline gap-x-2">
                <VoiceMark voice={argument.stance} bare>
                  {voice(argument.stance)}
                </VoiceMark>
                <span className="text-xs text-muted tabular-nums">{argument.number}</span>
                <a href={routes.argument(debate, argument.id)} target="_blank" rel="noopener">
                  {argument.title}
                </a>
              </li>
            ))}
          </ul>
          <p className="mt-1 text-xs text-muted">{t("similarHint")}</p>
        </div>
      )}
    </div>
  );
}

async function look(debate: string, title: string): Promise<readonly SimilarArgument[]> {
  if (title.trim().length < 8) return [];
  const form = new FormData();
  form.set("debate", debate);
  form.set("title", title);
  try {
    const state = await findSimilarAction(idle, form);
    return state.status === "ok" ? (state.result ?? []) : [];
  } catch {
    return [];
  }
}
