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
