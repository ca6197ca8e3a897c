import "server-only";
import { db, type Prisma } from "@/lib/db/client";
import { cursorMoment, decodeCursor, encodeCursor, type Page } from "@/lib/shared/cursor";
import { DomainError } from "@/lib/shared/errors";
import type { Viewer } from "@/lib/shared/viewer";
import { z } from "zod";
import type { DeliveryNote, DisabledReason, SentEvent, WebhookEvent } from "../vocabulary";
import type { DeliveryView, Rest, WebhookView } from "../view";
import { restOf } from "./rest";

const shown = {
  id: true,
  url: true,
  debate: { select: { slug: true, title: true } },
  events: true,
  createdAt: true,
  disabledAt: true,
  disabledReason: true,
  failingSince: true,
} satisfies Prisma.WebhookSelect;

function toView(
  row: Prisma.WebhookGetPayload<{ select: typeof shown }>,
  rest: Rest | null,
): WebhookView {
  const ended = rest?.until ?? null;
  return {
    ...row,
    rested: ended && ended <= row.createdAt ? null : rest,
    events: row.events as WebhookEvent[],
    disabledReason: row.disabledReason as DisabledReason,
  };
}

/** The viewer's webhooks, newest first; never their secrets. */
export async function listWebhooks(viewer: Viewer): Promise<WebhookView[]> {
  const where = { ownerId: viewer.id };
  const [rows, rest] = await Promise.all([
    db.webhook.findMany({ where, select: shown, orderBy: { id: "desc" } }),
    restOf(viewer.id),
  ]);
  return rows.map((row) => toView(row, rest));
}

/** One of the viewer's webhooks. @throws DomainError NOT_FOUND, also for somebody else's */
export async function getWebhook(viewer: Viewer, id: number): Promise<WebhookView> {
  const row = await db.webhook.findFirst({ where: { id, ownerId: viewer.id }, select: shown });
  if (!row) throw new DomainError("NOT_FOUND");
  return toView(row, await restOf(viewer.id));
}

const position = z.tuple([cursorMoment, z.uuid()]);

/**
 * What was sent to one of the viewer's webhooks in the last 30 days, newest first.
 * @throws DomainError NOT_FOUND, also for somebody else's
 */
export async function listDeliveries(
  viewer: Viewer,
  webhookId: number,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<DeliveryView>> {
  await getWebhook(viewer, webhookId);
  const after = decodeCursor(cursor, position);
  const rows = await db.webhookDelivery.findMany({
    where: {
      webhookId,
      ...(after
        ? { OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { lt: after[1] } }] }
        : {}),
    },
    omit: { webhookId: true, payload: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ nextAttemptAt, ...row }) => ({
      ...row,
      event: row.event as SentEvent,
      note: row.note as DeliveryNote,
      nextAttemptAt: row.status === "PENDING" ? nextAttemptAt : null,
    })),
    nextCursor: last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null,
  };
}

/** The debates that a webhook can be about, newest first. */
export async function listDebatesToHear(): Promise<{ slug: string; title: string }[]> {
  return db.debate.findMany({
    where: { status: { not: "DRAFT" } },
    select: { slug: true, title: true },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    take: 100,
  });
}
