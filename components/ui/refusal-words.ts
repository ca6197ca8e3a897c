import { useTranslations } from "next-intl";
import type { Permission } from "@/lib/shared/permission";

/** A rule's answer that says no. */
export type Refusal = Extract<Permission, { granted: false }>;

/** The words of a rule's refusal: `words(permission)`. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const errors = useTranslations("errors") as (
    key: string,
    params?: Record<string, string | number>,
  ) => string;
  return ({ because, params }) => errors(because, params);
}
