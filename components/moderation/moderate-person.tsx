import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { RefusedNotice } from "@/components/ui/refused-notice";
import { Time } from "@/components/ui/time";
import type { PersonModeration } from "@/lib/moderation/queries/sanctions";
import { routes } from "@/lib/routes";
import { LookAlikes } from "./look-alikes";
import { SanctionForm } from "./sanction-form";

/** On a person's page, for moderators: what is in force, whom they resemble, and what can be done. */
export function ModeratePerson({
  handle,
  moderation,
}: {
  handle: string;
  moderation: PersonModeration;
}) {
  const t = useTranslations("moderation.sanction");
  const { can, inForce, lookAlikes } = moderation;
  return (
    <section className="max-w-measure space-y-4" data-no-print="">
      <h2 className="border-t border-hairline pt-2 text-sm font-semibold">{t("title")}</h2>
      <LookAlikes lookAlikes={lookAlikes} />
      {inForce.map(({ kind, until, entry, reason }) => (
        <Notice
          key={entry}
          title={t.rich(`inForce.${kind}`, {
            time: () => (until ? <Time value={until} precision="minute" /> : null),
          })}
        >
          <bdi>{reason}</bdi>{" "}
          <Anchor href={routes.modlogEntry(entry)}>{t("takeBack", { entry })}</Anchor>
        </Notice>
      ))}
      {can.granted ? (
        <Disclosure summary={t("open")}>
          <SanctionForm handle={handle} />
        </Disclosure>
      ) : (
        <RefusedNotice refusal={can} />
      )}
    </section>
  );
}
