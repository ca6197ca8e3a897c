import { createHash } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { seal, unseal } from "@/lib/auth/seal";
import { translator } from "@/lib/i18n/translator";
import { logUnexpected } from "@/lib/observability/log";
import { DomainError } from "@/lib/shared/errors";
import { processWide } from "@/lib/shared/process-wide";
import type { Viewer } from "@/lib/shared/viewer";
import {
  claimRequest,
  giveUp,
  keepAnswer,
  type KeptAnswer,
  type Repeatable,
} from "../commands/idempotent-answers";
import type { ApiEnv } from "../context";
import { ProtocolError } from "../problem";
import { isRead } from "./headers";

/** How long a repeat waits for the first request before it is told to come back. */
const patience = 2000;
const purpose = "idempotent answer";
/** What of an answer is given again. */
const keptHeaders = ["content-type", "location", "content-disposition", "etag", "retry-after"];
/** Answers that say nothing about the request: sent again, it may well be done. */
const notForGood = new Set([401, 408, 425, 429]);

/**
 * The same Idempotency-Key with the same request gets the first answer again for 24 hours, however
 * often and how much at once it is sent. The answer may hold a new token's secret, so it is kept
 * sealed, and only who sent the first request gets it. Requests without a person pass by.
 */
export const idempotent: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const key = c.req.header("idempotency-key");
  const viewer = c.get("viewer");
  if (key === undefined || !viewer || isRead(c.req.method)) return next();
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw unusableKey();
  const repeated = { key, path: c.req.path, bodyHash: await hashOfBody(c) };
  c.set("repeated", repeated);
  const request = { userId: viewer.id, key, hash: hashOf(c, viewer, repeated.bodyHash) };
  const answer = await firstAnswer(request);
  if (answer) return again(c, answer);
  const finish = begin(request);
  try {
    await next();
    await settle(request, c.res);
  } finally {
    finish();
  }
};

async function hashOfBody(c: Context): Promise<string> {
  const body = new Uint8Array(await c.req.arrayBuffer());
  return createHash("sha256").update(body).digest("hex");
}

/** What a request asks, and as whom: a token's repeat is not answered with a browser's answer. */
function hashOf(c: Context, viewer: Viewer, bodyHash: string): string {
  const { pathname, search } = new URL(c.req.url);
  const caller = viewer.sessionId ?? c.req.header("authorization") ?? "";
  const conditions = ["content-type", "if-match"].map((name) => c.req.header(name) ?? "");
  const parts = [caller, c.req.method, pathname + search, ...conditions, bodyHash];
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}

/** The answer that was given before; null when this request is the first and has to be done. */
async function firstAnswer(request: Repeatable): Promise<KeptAnswer | null> {
  const until = Date.now() + patience;
  for (let pause = 20; ; pause = Math.min(pause * 2, 250)) {
    const claim = await claimRequest(request);
    if (claim.state === "ours") return null;
    if (claim.state === "answered") return claim.answer;
    if (claim.state === "other") throw new ProtocolError("IDEMPOTENCY_KEY_REUSED");
    if (Date.now() > until) {
      throw new ProtocolError("IDEMPOTENCY_KEY_IN_USE", { retryAfterSeconds: 1 });
    }
    await Promise.race([running().get(nameOf(request)), sleep(pause)]);
  }
}

function again(c: Context, { status, headers, body }: KeptAnswer): Response {
  const text = body && unseal(body, purpose);
  // Sealed with a secret that the site no longer has.
  if (text === null) throw new ProtocolError("IDEMPOTENCY_KEY_REUSED");
  c.header("Idempotent-Replayed", "true");
  return text ? c.body(text, status as 200, headers) : c.body(null, status as 204, headers);
}

/** Keeps an answer that is one for good. A failure to do so does not undo what was done. */
async function settle(request: Repeatable, response: Response): Promise<void> {
  try {
    if (response.status >= 500 || notForGood.has(response.status)) return await giveUp(request);
    const body = await response.clone().text();
    const headers = Object.fromEntries(
      keptHeaders.flatMap((name) => {
        const value = response.headers.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    await keepAnswer(request, {
      status: response.status,
      headers,
      body: body && seal(body, purpose),
    });
  } catch (error) {
    logUnexpected(error, "keeping an answer for repeats");
  }
}

/** Requests of this process that are being worked on: repeats wait for them without asking. */
const running = () => processWide("idempotent-running", () => new Map<string, Promise<void>>());

function nameOf({ userId, key }: Repeatable): string {
  return `${userId} ${key}`;
}

function begin(request: Repeatable): () => void {
  let done = () => {};
  running().set(nameOf(request), new Promise<void>((resolve) => (done = resolve)));
  return () => {
    running().delete(nameOf(request));
    done();
  };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function unusableKey(): DomainError {
  const words = translator("errors")("fields.NOT_USABLE");
  return new DomainError("INVALID_INPUT", { fields: { "Idempotency-Key": [words] } });
}
