import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { BlockForm } from "./block-form";
import { UnblockForm } from "./unblock-form";

/** On somebody's page: block them for oneself, or end it. */
export function MemberBlock({
  person,
  blocked,
}: {
  person: { handle: string; name: string };
  blocked: boolean;
}) {
  const t = useTranslations("blocks");
  if (blocked) {
    return (
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <p>{t("blocked")}</p>
        <UnblockForm {...person} />
      </div>
    );
  }
  return (
    <Disclosure summary={t("blockNamed", { name: person.name })} className="text-sm">
      <BlockForm person={person} scope={person.handle} />
    </Disclosure>
  );
}
