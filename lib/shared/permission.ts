import { DomainError, type RefusalCode } from "./errors";

/** A rule's answer. The same answer hides a button, refuses a write and names the refusal. */
export type Permission =
  { granted: true } | { granted: false; because: RefusalCode; params?: RefusalParams };

/** Values for the placeholders of the refusal's words; moments are milliseconds since 1970. */
export type RefusalParams = Record<string, string | number>;

export const granted: Permission = { granted: true };

export function refused(because: RefusalCode, params?: RefusalParams): Permission {
  return { granted: false, because, ...(params ? { params } : {}) };
}

/** @throws DomainError with the refusal's code when the permission is not granted. */
export function assertGranted(permission: Permission): void {
  if (permission.granted) return;
  const { because, params } = permission;
  throw new DomainError(because, params ? { params } : {});
}
