import { latinStem } from "@/lib/shared/latin";

/** Handles: the short names in addresses and mentions. */

const reserved = [
  ..."about account accounts admin administrator anonymous api auth classes counterpoint debates".split(
    " ",
  ),
  ..."deleted demo editor editors everyone help info login logout mail me member members".split(
    " ",
  ),
  ..."mod moderation moderator moderators modlog new notifications nobody null official operator".split(
    " ",
  ),
  ..."owner postmaster privacy root rules search security settings sign-in sign-up staff".split(
    " ",
  ),
  ..."student support system teacher team undefined user users webmaster www".split(" "),
];

/**
 * What a handle looks like at a glance: two handles with one skeleton pass for one another.
 * After Unicode Technical Standard 39's idea of a skeleton, for the few characters allowed here.
 */
export function handleSkeleton(handle: string): string {
  return handle
    .toLowerCase()
    .replace(/_/g, "-")
    .replace(/rn/g, "m")
    .replace(/vv/g, "w")
    .replace(/cl/g, "d")
    .replace(/0/g, "o")
    .replace(/[1i|]/g, "l")
    .replace(/5/g, "s")
    .replace(/8/g, "b");
}

/** What the handles of accounts begin with that stand for people elsewhere. */
export const importedPrefix = "imported-";

const reservedSkeletons = new Set(reserved.map(handleSkeleton));

/** Words that would pass for the site itself, a role, or an erased account. */
export function isReservedHandle(handle: string): boolean {
  const skeleton = handleSkeleton(handle);
  return (
    reservedSkeletons.has(skeleton) ||
    skeleton.startsWith(handleSkeleton("deleted-")) ||
    skeleton.startsWith(handleSkeleton(importedPrefix)) ||
    skeleton.startsWith("demo-")
  );
}

/** A handle made of a name: "Åsa Öberg" becomes "asa-oberg". Empty when nothing is left of it. */
export function handleFromName(name: string): string {
  const plain = latinStem(name, 24);
  return plain.length >= 2 && !isReservedHandle(plain) ? plain : "";
}
