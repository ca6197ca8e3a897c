import type { Metadata } from "next";
import { WithModerationWords } from "@/app/moderation/with-words";
import { notHere, notHereMetadata } from "@/app/not-here";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ContributionList } from "@/components/accounts/contribution-list";
import { MemberBlock } from "@/components/blocks/member-block";
import { ModeratePerson } from "@/components/moderation/moderate-person";
import { Anchor } from "@/components/ui/anchor";
import { PageHeading } from "@/components/ui/heading";
import { Markdown } from "@/components/ui/markdown";
import { Time } from "@/components/ui/time";
import { getMember, listMemberArguments, listMemberComments } from "@/lib/accounts/queries/member";
import { getViewer } from "@/lib/auth/viewer";
import { hasBlocked } from "@/lib/blocks/queries/blocks";
import { canBlock } from "@/lib/blocks/rules";
import { getPersonModeration } from "@/lib/moderation/queries/sanctions";
import { routes, withQuery } from "@/lib/routes";

const findMember = cache(getMember);

type Props = {
  params: Promise<{ handle: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const member = await findMember((await params).handle);
  if (!member) return notHereMetadata();
  const filtered = Object.keys(await searchParams).length > 0;
  return { title: member.name, robots: { index: !member.erased && !filtered } };
}

export default async function MemberPage({ params, searchParams }: Props) {
  const [{ handle }, { show, cursor }] = await Promise.all([params, searchParams]);
  const member = await findMember(handle);
  if (!member) return notHere();
  const t = await getTranslations("accounts.member");
  const comments = show === "comments";
  const list = comments ? listMemberComments : listMemberArguments;
  const viewer = await getViewer();
  const moderation = await getPersonModeration(viewer, member.handle);
  const [{ items, nextCursor }, blocked] = await Promise.all([
    list(member.id, typeof cursor === "string" ? cursor : undefined),
    hasBlocked(viewer, member.handle),
  ]);
  const here = routes.member(member.handle);
  const query = comments ? { show: "comments" } : {};
  return (
    <div className="space-y-8 pb-16">
      <PageHeading kicker={member.erased ? undefined : `@${member.handle}`}>
        <bdi>{member.name}</bdi>
      </PageHeading>
      {member.erased ? <p>{t("erased")}</p> : <About {...member} />}
      {!member.erased && canBlock(viewer, member.id).granted ? (
        <MemberBlock person={{ handle: member.handle, name: member.name }} blocked={blocked} />
      ) : null}
      {moderation ? (
        <WithModerationWords>
          <ModeratePerson handle={member.handle} moderation={moderation} />
        </WithModerationWords>
      ) : null}
      <nav aria-label={t("tabs")}>
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          <li>
            <Anchor href={here} className="nav-link" aria-current={comments ? undefined : "page"}>
              {t("arguments", { count: member.arguments })}
            </Anchor>
          </li>
          <li>
            <Anchor
              href={withQuery(here, { show: "comments" })}
              className="nav-link"
              aria-current={comments ? "page" : undefined}
            >
              {t("comments", { count: member.comments })}
            </Anchor>
          </li>
        </ul>
      </nav>
      <section>
        <h2 className="sr-only">{t("tabs")}</h2>
        <ContributionList
          items={items}
          empty={comments ? t("noComments") : t("noArguments")}
          more={nextCursor ? withQuery(here, { ...query, cursor: nextCursor }) : null}
        />
      </section>
    </div>
  );
}

type AboutProps = {
  handle: string;
  role: "MEMBER" | "MODERATOR" | "ADMINISTRATOR";
  memberSince: Date;
  about: string;
};

async function About({ handle, role, memberSince, about }: AboutProps) {
  const t = await getTranslations("accounts.member");
  return (
    <div className="space-y-4">
      <p className="text-sm text-muted">
        {t(`role.${role}`)}
        {" · "}
        {t.rich("since", { time: () => <Time value={memberSince} /> })}
      </p>
      {about ? <Markdown className="max-w-measure">{about}</Markdown> : null}
      <p className="flex flex-wrap gap-x-6 text-sm">
        <Anchor href={routes.modlog({ person: handle })} className="nav-link">
          {t("modlog")}
        </Anchor>
        <Anchor href={routes.flag("person", handle)} className="nav-link">
          {t("flag")}
        </Anchor>
      </p>
    </div>
  );
}
