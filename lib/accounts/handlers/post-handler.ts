import "server-only";
import type { z } from "zod";
import { parseFormData, typedValues } from "@/lib/actions/form-data";
import { flashCookie, forgetFlash, type Flash } from "@/lib/auth/flash";
import { translator } from "@/lib/i18n/translator";
import { logUnexpected } from "@/lib/observability/log";
import { DomainError, type ErrorCode } from "@/lib/shared/errors";
import { isOutage } from "@/lib/shared/outage";
import { errorWords, fieldMessages } from "@/lib/shared/wording";
import { readForm, refuseForeignOrigin, UnusableBody } from "./read-form";

export type Handler = (request: Request) => Promise<Response>;

type Form<Schema extends z.ZodType> = {
  schema: Schema;
  /** The path of the page with the form: refusals lead back there. */
  page: string;
  /** That page's address, with what it needs to show the same form again. */
  back?: (typed: Record<string, string>) => string;
  /** Does it and answers, usually by `seeOther`. */
  run: (input: z.output<Schema>, request: Request) => Promise<Response>;
  /** Fields whose values are never given back. */
  secret?: readonly string[];
};

/** Leads the browser on after a form was sent. */
export function seeOther(path: string, cookies: readonly string[] = [], more: HeadersInit = {}) {
  const headers = new Headers(more);
  headers.set("Location", path);
  headers.set("Cache-Control", "no-store");
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/**
 * A form for people without a session: works without JavaScript, checks where it comes from, and
 * leads back to the form with the reason and with what was typed, passwords aside.
 */
export function postHandler<Schema extends z.ZodType>(form: Form<Schema>): Handler {
  return async (request) => {
    let typed: Record<string, string> = {};
    try {
      refuseForeignOrigin(request);
      const fields = await readForm(request);
      typed = withoutSecrets(typedValues(fields), form.secret);
      const parsed = form.schema.safeParse(parseFormData(fields));
      if (!parsed.success) return await back(form, typed, invalid(parsed.error));
      const answer = await form.run(parsed.data, request);
      answer.headers.append("Set-Cookie", forgetFlash(form.page));
      return answer;
    } catch (error) {
      if (error instanceof UnusableBody) return plain(error.status, words("INVALID_INPUT"));
      if (error instanceof DomainError && error.code === "FOREIGN_ORIGIN") {
        return plain(error.status, words(error.code));
      }
      return back(form, typed, refusal(error, form.page));
    }
  };
}

function withoutSecrets(typed: Record<string, string>, secret: readonly string[] = []) {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !secret.includes(name)));
}

function words(code: ErrorCode): string {
  return translator("errors")(code);
}

function invalid(error: z.ZodError): Flash {
  const fieldErrors = fieldMessages(error, translator("errors"));
  return { code: "INVALID_INPUT", message: words("INVALID_INPUT"), fieldErrors };
}

function refusal(thrown: unknown, where: string): Flash {
  const error = isOutage(thrown) ? new DomainError("UNAVAILABLE") : thrown;
  if (error instanceof DomainError) {
    const message = errorWords(error, translator("errors"));
    return { code: error.code, message, fieldErrors: error.details.fields };
  }
  const reference = logUnexpected(error, where);
  const message = translator("errors")("unexpected", { reference });
  return { code: "UNEXPECTED", message };
}

async function back<Schema extends z.ZodType>(
  form: Form<Schema>,
  values: Record<string, string>,
  flash: Flash,
): Promise<Response> {
  const cookie = await flashCookie(form.page, { ...flash, values });
  return seeOther(form.back?.(values) ?? form.page, [cookie]);
}

/** A refusal for what no form of ours sends. */
export function plain(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
