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

/**
 * A person's permission and a place's together. The person's refusal comes first, but nobody is asked to
 * sign in for what nobody can do there.
 */
export function together(person: Permission, place: Permission): Permission {
  if (person.granted) return place;
  return person.because === "SIGN_IN_REQUIRED" && !place.granted ? place : person;
}

/** Whether a way there is shown: signing in is asked for where it leads. */
export function maySee(permission: Permission): boolean {
  return permission.granted || permission.because === "SIGN_IN_REQUIRED";
}
