import { DomainError } from "@/lib/shared/errors";

/** Who moderates nothing is told what a wrong address is told. */
export function forbidden(error: unknown): null {
  if (error instanceof DomainError && error.code === "NOT_ALLOWED") return null;
  throw error;
}
