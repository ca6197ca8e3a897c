import { translator } from "@/lib/i18n/translator";

/** What stands where the title of a hidden argument would. */
export function withheldTitle(): string {
  return translator("arguments")("withheld");
}
