import { DomainError, type RefusalCode } from "./errors";

/** A rule's answer. The same answer hides a button, refuses a write and names the refusal. */
export type Permission = { granted: true } | { granted: false; because: RefusalCode };

export const granted: Permission = { granted: true };

export function refused(because: RefusalCode): Permission {
  return { granted: false, because };
}

/** @throws DomainError with the refusal's code when the permission is not granted. */
export function assertGranted(permission: Permission): void {
  if (!permission.granted) throw new DomainError(permission.because);
}
