import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canAddWebhook } from "../rules";
import type { ChangeWebhookInput, CreateWebhookInput, WebhookRef } from "../schema";
import { newSecret, sealSecret } from "../secret";
import { readWebhookUrl } from "../sending/address";
import { beginWithVotes } from "./note-votes";

/** @throws DomainError INVALID_INPUT when nothing may be sent to this address */
function checkedUrl(text: string): string {
  const url = readWebhookUrl(text, { allowPrivate: env.WEBHOOK_ALLOW_PRIVATE });
  if (url) return url.href;
  const words = translator("errors")("fields.WEBHOOK_ADDRESS");
  throw new DomainError("INVALID_INPUT", { fields: { url: [words] } });
}

/** @throws DomainError NOT_FOUND for a debate that is not public */
async function debateIdOf(tx: Transaction, slug: string | undefined): Promise<number | null> {
  if (slug === undefined) return null;
  const debate = await tx.debate.findFirst({
    where: { slug, status: { not: "DRAFT" } },
    select: { id: true },
  });
  if (!debate) throw new DomainError("NOT_FOUND");
  return debate.id;
}

/**
 * Makes a webhook for a public debate, or for all of them.
 * @returns the secret that signs its deliveries, which is shown this once
 * @throws DomainError INVALID_INPUT, NOT_FOUND, or the refusal of `canAddWebhook`
 */
export async function createWebhook(
  actor: Actor,
  input: CreateWebhookInput,
): Promise<{ id: number; secret: string }> {
  const url = checkedUrl(input.url);
  const secret = newSecret();
  const id = await db.$transaction(async (tx) => {
    // Two at the same moment count one after the other (see limit_webhooks).
    await tx.$executeRaw`SELECT FROM users WHERE id = ${actor.id} FOR NO KEY UPDATE`;
    await assertStanding(tx, actor);
    assertGranted(canAddWebhook(actor, await tx.webhook.count({ where: { ownerId: actor.id } })));
    const debateId = await debateIdOf(tx, input.debate);
    if (input.events.includes("votes.changed")) await beginWithVotes(tx, debateId);
    const { events } = input;
    const made = await tx.webhook.create({
      data: { ownerId: actor.id, debateId, url, events, sealedSecret: sealSecret(secret) },
      select: { id: true },
    });
    return made.id;
  });
  return { id, secret };
}

/**
 * Changes where a webhook leads and what it hears of, pauses it or lets it go on. What waited while
 * it was paused is sent; what happened meanwhile is not made up for.
 * @throws DomainError NOT_FOUND when it is not theirs, INVALID_INPUT
 */
export async function changeWebhook(
  actor: Actor,
  input: ChangeWebhookInput,
): Promise<{ id: number; paused: boolean }> {
  const url = input.url === undefined ? undefined : checkedUrl(input.url);
  return db.$transaction(async (tx) => {
    await assertStanding(tx, actor);
    const before = await own(tx, actor, input.webhookId);
    const hears = before.events.includes("votes.changed") && before.disabledAt === null;
    const events = input.events ?? before.events;
    const paused = input.paused ?? before.disabledAt !== null;
    if (!hears && !paused && events.includes("votes.changed")) {
      await beginWithVotes(tx, before.debateId);
    }
    const state = paused
      ? { disabledAt: before.disabledAt ?? new Date() }
      : { disabledAt: null, disabledReason: "", failingSince: null };
    await tx.webhook.update({
      where: { id: input.webhookId },
      data: { ...(url === undefined ? {} : { url }), events, ...state },
      select: { id: true },
    });
    return { id: input.webhookId, paused };
  });
}

async function own(tx: Transaction, actor: Actor, id: number) {
  const webhook = await tx.webhook.findFirst({
    where: { id, ownerId: actor.id },
    select: { debateId: true, events: true, disabledAt: true },
  });
  if (!webhook) throw new DomainError("NOT_FOUND");
  return webhook;
}

/**
 * Gives a webhook a new secret; the former one signs nothing from now on.
 * @returns the secret, which is shown this once
 * @throws DomainError NOT_FOUND when it is not theirs
 */
export async function rotateSecret(
  actor: Actor,
  { webhookId }: WebhookRef,
): Promise<{ id: number; secret: string }> {
  const secret = newSecret();
  await db.$transaction(async (tx) => {
    await assertStanding(tx, actor);
    const { count } = await tx.webhook.updateMany({
      where: { id: webhookId, ownerId: actor.id },
      data: { sealedSecret: sealSecret(secret) },
    });
    if (count === 0) throw new DomainError("NOT_FOUND");
  });
  return { id: webhookId, secret };
}

/** Deletes a webhook with its log. @throws DomainError NOT_FOUND when it is not theirs */
export async function deleteWebhook(
  actor: Actor,
  { webhookId }: WebhookRef,
): Promise<{ deleted: number }> {
  const { count } = await db.webhook.deleteMany({ where: { id: webhookId, ownerId: actor.id } });
  if (count === 0) throw new DomainError("NOT_FOUND");
  return { deleted: webhookId };
}
