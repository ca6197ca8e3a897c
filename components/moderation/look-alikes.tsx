import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import type { LookAlike } from "@/lib/moderation/view";
import { routes } from "@/lib/routes";

/** A quiet note: this new account resembles one that is banned. It may be somebody else. */
export function LookAlikes({ lookAlikes }: { lookAlikes: readonly LookAlike[] }) {
  const t = useTranslations("moderation.lookAlike");
  if (lookAlikes.length === 0) return null;
  return (
    <ul className="space-y-1 text-sm text-muted">
      {lookAlikes.map(({ handle, by }) => (
        <li key={handle}>
          {t.rich(by, {
            handle: () => <Anchor href={routes.member(handle)}>@{handle}</Anchor>,
          })}
        </li>
      ))}
    </ul>
  );
}
