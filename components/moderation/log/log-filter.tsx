import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Select, type Option } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { LogFilter } from "@/lib/moderation/log-schema";
import { moderationActions, moderationGrounds } from "@/lib/moderation/vocabulary";
import { routes } from "@/lib/routes";

type Props = { asked: LogFilter; debates: readonly { slug: string; title: string }[] };

const scope = "modlog";

/** Which entries to show. A GET form: the address is the question. */
export function LogFilterForm({ asked, debates }: Props) {
  const t = useTranslations("modlog.filter");
  const { q, ...narrowing } = asked;
  const narrowed = Object.values(narrowing).some((value) => value !== undefined);
  return (
    <form
      action={routes.modlog()}
      role="search"
      aria-label={t("label")}
      className="max-w-4xl space-y-3"
      data-no-print=""
    >
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-56 flex-1 sm:max-w-md">
          <TextField
            name="q"
            type="search"
            scope={scope}
            label={t("q")}
            defaultValue={q}
            maxLength={200}
          />
        </div>
        <Button>{t("submit")}</Button>
        {narrowed || q !== "" ? <ClearLink /> : null}
      </div>
      <Disclosure summary={t("narrow")} open={narrowed}>
        <div className="grid items-end gap-4 pb-2 sm:grid-cols-2 lg:grid-cols-3">
          <TextField
            name="person"
            scope={scope}
            label={t("person")}
            defaultValue={asked.person}
            maxLength={60}
            autoCapitalize="none"
            spellCheck={false}
          />
          <Choices asked={asked} debates={debates} />
        </div>
      </Disclosure>
    </form>
  );
}

function ClearLink() {
  const t = useTranslations("modlog");
  return (
    <ButtonLink href={routes.modlog()} variant="quiet">
      {t("clear")}
    </ButtonLink>
  );
}

/** Named values to choose from, each with "any" before them. */
function Choices({ asked, debates }: Props) {
  const t = useTranslations("modlog");
  const actions = moderationActions.map((value) => ({ value, label: t(`actions.${value}`) }));
  const grounds = moderationGrounds.map((value) => ({ value, label: t(`grounds.${value}`) }));
  const undone = [
    { value: "true", label: t("filter.yes") },
    { value: "false", label: t("filter.no") },
  ];
  const choices = [
    ["debate", t("filter.debate"), t("filter.allDebates"), optionsOf(asked, debates)],
    ["action", t("filter.action"), t("filter.allActions"), actions],
    ["ground", t("filter.ground"), t("filter.allGrounds"), grounds],
    ["undone", t("filter.undone"), t("filter.all"), undone],
  ] as const;
  return choices.map(([name, label, any, options]) => (
    <Select
      key={name}
      name={name}
      scope={scope}
      label={label}
      defaultValue={asked[name] ?? ""}
      options={[{ value: "", label: any }, ...options]}
    />
  ));
}

/** The debates in the log; also the one that was asked for, when it is not among them. */
function optionsOf(asked: LogFilter, debates: Props["debates"]): Option[] {
  const options = debates.map(({ slug, title }) => ({ value: slug, label: title }));
  const { debate } = asked;
  if (debate === undefined || options.some(({ value }) => value === debate)) return options;
  return [...options, { value: debate, label: debate }];
}
