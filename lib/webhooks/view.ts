import type {
  DeliveryNote,
  DeliveryStatus,
  DisabledReason,
  SentEvent,
  WebhookEvent,
} from "./vocabulary";

export type WebhookView = {
  id: number;
  url: string;
  /** Null: all public debates. */
  debate: { slug: string; title: string } | null;
  events: WebhookEvent[];
  createdAt: Date;
  disabledAt: Date | null;
  disabledReason: DisabledReason;
  failingSince: Date | null;
  /** Its owner was suspended or banned lately: nothing was sent meanwhile. */
  rested: Rest | null;
};

/** While this lasted nothing was sent; `until` is null for a ban in force. */
export type Rest = {
  from: Date;
  until: Date | null;
  /** The entry of the moderation log. */
  entry: number;
};

export type DeliveryView = {
  id: string;
  event: SentEvent;
  status: DeliveryStatus;
  attempts: number;
  responseStatus: number | null;
  note: DeliveryNote;
  createdAt: Date;
  lastAttemptAt: Date | null;
  /** Null when there will be none. */
  nextAttemptAt: Date | null;
};
