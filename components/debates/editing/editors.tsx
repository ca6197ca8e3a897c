import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import type { EditorView } from "@/lib/debates/queries/editing";
import { routes } from "@/lib/routes";
import { AddEditorForm, RemoveEditorForm } from "./editor-forms";

/** Who edits the debate, and the form that adds somebody. */
export function Editors({
  slug,
  editors,
  viewerId,
}: {
  slug: string;
  editors: readonly EditorView[];
  viewerId: number;
}) {
  const t = useTranslations("editing.editors");
  return (
    <>
      {editors.length === 0 ? (
        <p className="text-sm text-muted">{t("none")}</p>
      ) : (
        <ul className="max-w-measure border-b border-hairline">
          {editors.map(({ id, handle, name }) => (
            <li
              key={id}
              className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-hairline py-3"
            >
              <span>
                <Anchor href={routes.member(handle)}>
                  <bdi>{name}</bdi>
                </Anchor>{" "}
                <span className="text-sm text-muted">
                  {handle}
                  {id === viewerId ? ` · ${t("you")}` : null}
                </span>
              </span>
              <RemoveEditorForm
                debate={slug}
                handle={handle}
                words={{
                  submit: t(id === viewerId ? "leave" : "remove"),
                  label: t("removeLabel", { name }),
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="mt-6">
        <AddEditorForm
          debate={slug}
          words={{
            ...{ handle: t("handle"), hint: t("handleHint") },
            ...{ submit: t("add"), pending: t("adding") },
          }}
        />
      </div>
    </>
  );
}
