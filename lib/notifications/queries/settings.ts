import "server-only";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { Viewer } from "@/lib/shared/viewer";
import { defaultSettings, notificationKinds } from "../vocabulary";
import type { SettingsView } from "../view";

/** What a person is mailed, and how often. */
export async function getSettings(viewer: Viewer): Promise<SettingsView> {
  const settings = await db.notificationSettings.findUnique({
    where: { userId: viewer.id },
    select: { digest: true, mailed: true, queueMails: true },
  });
  const { digest, mailed, queueMails } = settings ?? defaultSettings;
  return {
    digest,
    mailed: notificationKinds.filter((kind) => mailed.some((one) => one === kind)),
    queueMails,
  };
}

/** Whether this site can send digests at all. */
export function canMail(): boolean {
  return env.SMTP_URL !== undefined;
}
