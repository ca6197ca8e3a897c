import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { routes } from "@/lib/routes";

export type Provider = { id: string; name: string };

/** One button for each outside provider that this site is configured for; nothing without any. */
export function ProviderButtons({ providers, next }: { providers: Provider[]; next?: string }) {
  const t = useTranslations("accounts.signIn");
  if (providers.length === 0) return null;
  return (
    <section className="space-y-3 border-t border-hairline pt-6">
      <h2 className="text-sm font-semibold">{t("or")}</h2>
      {providers.map(({ id, name }) => (
        <form key={id} method="post" action={routes.handlers.signInWith()}>
          <input type="hidden" name="provider" value={id} />
          {next ? <input type="hidden" name="next" value={next} /> : null}
          <Button variant="quiet">{t("with", { provider: name })}</Button>
        </form>
      ))}
    </section>
  );
}
