import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { DoneNotice } from "@/components/moderation/done-notice";
import { QueueHead } from "@/components/moderation/queue-head";
import { QueueList } from "@/components/moderation/queue-list";
import { StartTriageKeys } from "@/components/moderation/start-triage-keys";
import { ShowMore } from "@/components/ui/show-more";
import { getViewer } from "@/lib/auth/viewer";
import { getQueue } from "@/lib/moderation/queries/queue";
import { listViews } from "@/lib/moderation/queries/queue-views";
import { listQueuedDebates } from "@/lib/moderation/queries/queued-debates";
import { queueSchema } from "@/lib/moderation/queue-schema";
import { routes } from "@/lib/routes";
import { forbidden } from "./forbidden";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("moderation.queue");
  return { title: t("title"), robots: { index: false } };
}

export default async function ModerationPage({ searchParams }: PageProps<"/moderation">) {
  const viewer = await getViewer();
  if (!viewer) redirect(routes.signIn(routes.moderation()));
  const told = await searchParams;
  const input = queueSchema.parse(told);
  const page = await getQueue(viewer, input).catch(forbidden);
  if (!page) return notHere();
  const { limit: _limit, cursor: _cursor, ...filter } = input;
  const [views, debates] = await Promise.all([listViews(viewer), listQueuedDebates(viewer)]);
  return (
    <div className="space-y-6 pb-16">
      <StartTriageKeys />
      <DoneNotice told={told} />
      <QueueHead page={page} filter={filter} views={views} debates={debates} />
      <QueueList items={page.items} />
      <ShowMore
        href={page.nextCursor ? routes.moderation({ ...filter, cursor: page.nextCursor }) : null}
      />
    </div>
  );
}
