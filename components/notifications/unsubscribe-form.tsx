import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { routes } from "@/lib/routes";

/** Ends the digests of the person whom the link names: opening the link alone changes nothing. */
export function UnsubscribeForm({ token }: { token: string }) {
  const t = useTranslations("notifications.unsubscribe");
  return (
    <form method="post" action={routes.handlers.unsubscribe(token, true)}>
      <Button>{t("submit")}</Button>
    </form>
  );
}
