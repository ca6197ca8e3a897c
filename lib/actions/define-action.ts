import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { requireViewer } from "@/lib/auth/viewer";

import { env } from "@/lib/env";
import { logUnexpected } from "@/lib/observability/log";
import { DomainError } from "@/lib/shared/errors";
import { isOutage } from "@/lib/shared/outage";
import { isOwnOrigin, ownOrigins } from "@/lib/shared/origin";
import type { Actor } from "@/lib/shared/viewer";
import { errorWords, fieldMessages } from "@/lib/shared/wording";
import { parseFormData, typedValues } from "./form-data";
import type { FormState } from "./form-state";

export type Action<Result> = (
  before: FormState<Result>,
  form: FormData,
) => Promise<FormState<Result>>;

type Options<Result, Input> = {
  /** Where to go after the write; without it the page is shown again, fresh. */
  then?: (result: Result, input: Input) => string;
  /** Nothing on the page changes: do not show it again. */
  quiet?: boolean;
};

/**
 * The only way to write a Server Action: parse, require a viewer, run the command, answer.
 * A refusal gives the typed words back; an unexpected error is logged and shown as a reference.
 */
export function defineAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result>,
  options: Options<Result, z.output<Schema>> = {},
): Action<Result> {
  return async (_before, form) => {
    const t = await getTranslations("errors");
    const values = typedValues(form);
    try {
      await refuseForeignOrigin();
      const viewer = await requireViewer();
      const parsed = schema.safeParse(parseFormData(form));
      if (!parsed.success) {
        const fieldErrors = fieldMessages(parsed.error, t as Parameters<typeof fieldMessages>[1]);
        return {
          status: "error",
          code: "INVALID_INPUT",
          message: t("INVALID_INPUT"),
          fieldErrors,
          values,
        };
      }
      const result = await command(viewer, parsed.data);
      if (options.then) redirect(options.then(result, parsed.data));
      if (!options.quiet) refresh();
      return { status: "ok", result };
    } catch (error) {
      unstable_rethrow(error);
      return refusal<Result>(error, values, t as (key: string, params?: object) => string);
    }
  };
}

async function refuseForeignOrigin(): Promise<void> {
  const sent = await headers();
  const header = (name: string) => sent.get(name);
  if (!isOwnOrigin(header, ownOrigins(header, env.SITE_URL)))
    throw new DomainError("FOREIGN_ORIGIN");
}

function refusal<Result>(
  thrown: unknown,
  values: Record<string, string>,
  t: (key: string, params?: object) => string,
): FormState<Result> {
  const error = isOutage(thrown) ? new DomainError("UNAVAILABLE") : thrown;
  if (error instanceof DomainError) {
    return {
      status: "error",
      code: error.code,
      message: errorWords(error, t),
      fieldErrors: error.details.fields,
      current: error.details.current,
      values,
    };
  }
  const reference = logUnexpected(error, "server action");
  return { status: "error", message: t("unexpected", { reference }), reference, values };
}
