/** A program or a browser that talks to the API, without a network between them. */
import { api } from "@/lib/api/app";
import { sessionCookieName } from "@/lib/auth/cookie";
import { createSession } from "@/lib/auth/identify";
import { hashCode, newPersonalToken } from "@/lib/auth/secret-code";
import { db } from "@/lib/db/client";
import type { Scope } from "@/lib/shared/viewer";
import { createUser } from "@/tests/factories/create-user";

export const host = "counterpoint.test";

export type Answer<T> = { status: number; body: T; headers: Headers };
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  errors?: Record<string, string[]>;
  current?: Record<string, unknown>;
};

type Options = { json?: unknown; raw?: BodyInit; headers?: Record<string, string> };

/** Somebody who can ask: their headers go with every request. */
export class Caller {
  constructor(readonly headers: Record<string, string> = {}) {}

  /** @param path below /api/v1, such as "/debates" */
  async ask<T = Problem>(method: string, path: string, options: Options = {}): Promise<Answer<T>> {
    const body = options.raw ?? (options.json === undefined ? null : JSON.stringify(options.json));
    const request = new Request(`http://${host}/api/v1${path}`, {
      method,
      body,
      ...(body instanceof ReadableStream ? { duplex: "half" as const } : {}),
      headers: {
        host,
        ...(body === null ? {} : { "content-type": "application/json" }),
        ...this.headers,
        ...options.headers,
      },
    });
    const response = await api.fetch(request);
    const text = await response.text();
    const type = response.headers.get("content-type") ?? "";
    return {
      status: response.status,
      headers: response.headers,
      body: (type.includes("json") && text ? JSON.parse(text) : text) as T,
    };
  }
}

/** An anonymous reader. */
export const reader = new Caller();

/** A person with a personal token. */
export async function program(
  scopes: Scope[] = ["read", "write"],
  user?: { id: number; handle: string },
) {
  const person = user ?? (await createUser(db));
  const token = newPersonalToken();
  await db.personalToken.create({
    data: { userId: person.id, name: "A test", scopes, tokenHash: hashCode(token) },
  });
  return Object.assign(new Caller({ authorization: `Bearer ${token}` }), { person });
}

/** A person with a browser, on a page of this site. */
export async function browser(user?: { id: number; handle: string }) {
  const person = user ?? (await createUser(db));
  const cookie = `${sessionCookieName()}=${await createSession(person.id, "A browser")}`;
  return Object.assign(new Caller({ cookie, origin: `http://${host}` }), { person });
}
