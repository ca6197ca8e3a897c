import { useTranslations } from "next-intl";
import { firstSentence } from "@/components/arguments/excerpt";
import { ButtonLink } from "@/components/ui/button";
import type { DraftValues } from "@/lib/arguments/draft";
import type { EditingView } from "@/lib/debates/queries/editing";
import {
  debateLimits,
  orderedLists,
  type BriefList,
  type OrderedList,
} from "@/lib/debates/vocabulary";
import { routes } from "@/lib/routes";
import { useItemFields } from "./fields";
import { MoveItem, RemoveItem } from "./item-actions";
import { PartForm } from "./part-form";
import { itemsOf, type EditableItem } from "./values";
import { useFormWords } from "./words";

/** Which item's form is open: one of the list, a new one, or none. */
export type OpenItem = number | "new" | null;

/** A list of the brief: its items in order, the form of one of them in its place. */
export function ItemList({
  editing,
  part,
  open,
  draft,
}: {
  editing: EditingView;
  part: BriefList;
  open: OpenItem;
  draft: DraftValues | null;
}) {
  const t = useTranslations("editing");
  const { debate, brief } = editing;
  const items = itemsOf(part, brief);
  const adding = open === "new" || (open === null && items.length === 0);
  const full = items.length >= debateLimits.items;
  return (
    <>
      {items.length === 0 ? null : (
        <ol className="max-w-[46rem] border-b border-hairline">
          {items.map((item, index) => (
            <li key={item.id} id={`item-${item.id}`} className="border-t border-hairline py-4">
              {open === item.id ? (
                <ItemForm editing={editing} part={part} item={item} draft={draft} />
              ) : (
                <ItemLine
                  editing={editing}
                  part={part}
                  item={item}
                  first={index === 0}
                  last={index === items.length - 1}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {adding && !full ? (
        <section id="item-new" aria-labelledby="new-item" className="mt-6 scroll-mt-4">
          <h3 id="new-item" className="mb-4 text-base font-semibold">
            {t(`add.${part}`)}
          </h3>
          <ItemForm editing={editing} part={part} item={null} draft={draft} />
        </section>
      ) : full ? (
        <p className="mt-6 text-sm text-muted">{t("full")}</p>
      ) : (
        <p className="mt-6">
          <ButtonLink
            href={`${routes.editDebate(debate.slug, { part, item: "new" })}#item-new`}
            variant="quiet"
          >
            {t(`add.${part}`)}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

function ItemForm({
  editing: { debate },
  part,
  item,
  draft,
}: {
  editing: EditingView;
  part: BriefList;
  item: EditableItem | null;
  draft: DraftValues | null;
}) {
  const corrects = part === "facts" && item !== null && debate.status !== "DRAFT";
  const place = { status: debate.status, adding: item === null };
  return (
    <PartForm
      key={item?.id ?? "new"}
      debate={debate.slug}
      version={debate.version}
      part={part}
      id={item?.id ?? null}
      fields={useItemFields(part, place)}
      values={item?.values ?? {}}
      draft={draft}
      cites={part !== "glossary"}
      cancel={routes.editDebate(debate.slug, { part })}
      words={useFormWords(corrects)}
    />
  );
}

function ItemLine({
  editing: { debate },
  part,
  item,
  first,
  last,
}: {
  editing: EditingView;
  part: BriefList;
  item: EditableItem;
  first: boolean;
  last: boolean;
}) {
  const t = useTranslations("editing");
  const { id } = item;
  const what = firstSentence(item.name, debate.language);
  const corrects = part === "facts" && debate.status !== "DRAFT";
  const verb = t(
    part === "facts" ? (corrects ? "change.facts" : "change.factsDraft") : "change.other",
  );
  const which = { debate: debate.slug, version: debate.version, part, id };
  const ordered = orderedLists.includes(part as OrderedList);
  return (
    <>
      <p className="text-xs text-muted tabular-nums">
        {[item.mark, item.sources === null ? "" : t("sourcesOf", { count: item.sources })]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p dir="auto">{item.name}</p>
      <div className="mt-1 flex flex-wrap items-baseline gap-x-5">
        <ButtonLink
          href={`${routes.editDebate(debate.slug, { part, item: id })}#item-${id}`}
          aria-label={t("changeLabel", { verb, what })}
          variant="link"
          size="small"
        >
          {verb}
        </ButtonLink>
        {ordered && !first ? (
          <MoveItem item={which} by="up" word={t("up")} label={t("upLabel", { what })} />
        ) : null}
        {ordered && !last ? (
          <MoveItem item={which} by="down" word={t("down")} label={t("downLabel", { what })} />
        ) : null}
        {corrects ? null : (
          <RemoveItem
            item={which}
            word={t("remove")}
            label={t("removeLabel", { what })}
            sure={t("removeSure")}
          />
        )}
      </div>
    </>
  );
}
