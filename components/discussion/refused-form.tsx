import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useRefusalWords } from "@/components/ui/refusal-words";
import { KeptWords } from "@/components/arguments/composer/kept-words";
import type { DraftValues } from "@/lib/arguments/draft";
import { routes } from "@/lib/routes";
import type { Permission } from "@/lib/shared/permission";
import { commentFormAnchor } from "./discussion-address";

const worded = ["SIGN_IN_REQUIRED", "DEBATE_NOT_OPEN", "ARGUMENT_ARCHIVED"] as const;

/** Why the form is not for this reader, and what to do about it. */
export function RefusedForm({
  permission,
  next,
  kept,
}: {
  permission: Permission;
  next: string;
  /** The form it stands in place of, and what its writer had written. */
  kept: { form: string; stored: DraftValues | null };
}) {
  const t = useTranslations("discussion.refused");
  const words = useRefusalWords();
  const because = permission.granted ? "SIGN_IN_REQUIRED" : permission.because;
  const code = worded.find((one) => one === because);
  return (
    <div id={commentFormAnchor}>
      <Notice>
        <p>{code ? t(code) : permission.granted ? null : words(permission)}</p>
        {code === "SIGN_IN_REQUIRED" ? (
          <p className="mt-3">
            <ButtonLink
              href={routes.signIn(`${next}#${commentFormAnchor}`)}
              variant="quiet"
              size="small"
            >
              {t("signIn")}
            </ButtonLink>
          </p>
        ) : null}
      </Notice>
      <KeptWords {...kept} />
    </div>
  );
}
