import { useTranslations } from "next-intl";
import { hrefOf, type ArgumentsAddress } from "@/components/arguments/address";
import { Anchor } from "@/components/ui/anchor";
import { Icon } from "@/components/ui/icon";
import { VoiceMark } from "@/components/ui/voice-mark";
import { stances } from "@/lib/arguments/vocabulary";
import { routes } from "@/lib/routes";

const target =
  "flex min-h-12 min-w-0 flex-auto items-center justify-center gap-1.5 px-1 text-center no-underline";

/** On a phone, at the foot of the screen: add an argument on either side, or search. */
export function PhoneBar({ address }: { address: ArgumentsAddress }) {
  const t = useTranslations("debates.bar");
  const voice = useTranslations("common.voice");
  return (
    <nav
      aria-label={t("label")}
      className="sticky bottom-0 z-10 -mx-[var(--gutter)] mt-10 flex divide-x divide-hairline border-t border-edge bg-paper text-sm font-medium md:hidden"
      data-no-print=""
    >
      {stances.map((stance) => (
        <Anchor
          key={stance}
          href={hrefOf(address, { add: stance }, "write")}
          scroll={false}
          className={target}
        >
          <Icon name="plus" />
          <span className="sr-only">{t("add")}</span>
          <VoiceMark voice={stance}>{voice(stance)}</VoiceMark>
        </Anchor>
      ))}
      <Anchor href={routes.search()} className={target}>
        <Icon name="search" />
        {t("search")}
      </Anchor>
    </nav>
  );
}
