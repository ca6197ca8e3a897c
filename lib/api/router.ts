import { OpenAPIHono, type Hook } from "@hono/zod-openapi";
import { DomainError } from "@/lib/shared/errors";
import type { ApiEnv } from "./context";
import { invalidInput } from "./problem";

/** Input that does not fit is refused in words; an address that does not fit is not there. */
const refuse: Hook<unknown, ApiEnv, string, unknown> = (result) => {
  if (result.success) return;
  throw result.target === "param" ? new DomainError("NOT_FOUND") : invalidInput(result.error);
};

/** A part of the API, to be mounted by lib/api/app. */
export function router(): OpenAPIHono<ApiEnv> {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuse });
}
