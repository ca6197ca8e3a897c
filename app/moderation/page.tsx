import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { DoneNotice } from "@/components/moderation/done-notice";
import { QueueHead } from "@/components/moderation/queue-head";
import { QueueList } from "@/components/moderation/queue-list";
import { ShowMore } from "@/components/ui/show-more";
import { getViewer } from "@/lib/auth/viewer";
import { getQueue } from "@/lib/moderation/queries/queue";
import { queueSchema } from "@/lib/moderation/schema";
import { routes } from "@/lib/routes";
import { forbidden } from "./forbidden";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("moderation.queue");
  return { title: t("title"), robots: { index: false } };
}

export default async function ModerationPage({ searchParams }: PageProps<"/moderation">) {
  const viewer = await getViewer();
  if (!viewer) redirect(routes.signIn(routes.moderation()));
  const { done, asked: question, ...asked } = await searchParams;
  const input = queueSchema.parse(asked);
  const page = await getQueue(viewer, input).catch(forbidden);
  if (!page) return notHere();
  const { limit: _limit, cursor: _cursor, ...filter } = input;
  return (
    <div className="space-y-8 pb-16">
      <DoneNotice done={done} asked={question} />
      <QueueHead page={page} filter={filter} />
      <QueueList items={page.items} />
      <ShowMore
        href={page.nextCursor ? routes.moderation({ ...filter, cursor: page.nextCursor }) : null}
      />
    </div>
  );
}
