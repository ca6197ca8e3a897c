import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { Checklist } from "@/components/debates/editing/checklist";
import { DecisionForm } from "@/components/debates/editing/decision-form";
import { EditingPage } from "@/components/debates/editing/editing-page";
import { partsOf } from "@/components/debates/editing/editing-nav";
import { Editors } from "@/components/debates/editing/editors";
import { FirstArguments } from "@/components/debates/editing/first-arguments";
import { ItemList, type OpenItem } from "@/components/debates/editing/item-list";
import { NoDebate } from "@/components/debates/no-debate";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { getColumns } from "@/lib/arguments/queries/columns";
import { getDraft } from "@/lib/arguments/queries/draft";
import { getViewer } from "@/lib/auth/viewer";
import { getEditing, mayEditBrief, type EditingView } from "@/lib/debates/queries/editing";
import { briefDraft, type EditingPart } from "@/lib/debates/vocabulary";
import { routes } from "@/lib/routes";
import type { RefusalCode } from "@/lib/shared/errors";
import type { Viewer } from "@/lib/shared/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("editing");
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: PageProps<"/debates/[slug]/edit">) {
  const [{ slug }, { part: wanted, item, saved }, viewer] = await Promise.all([
    params,
    searchParams,
    getViewer(),
  ]);
  const permission = await mayEditBrief(slug, viewer);
  if (!permission) return notHere(NoDebate);
  if (!permission.granted || !viewer) {
    return (
      <Refused slug={slug} because={permission.granted ? "NOT_ALLOWED" : permission.because} />
    );
  }
  const editing = await getEditing(slug, viewer);
  if (!editing) return notHere(NoDebate);
  const { debate } = editing;
  const part = partsOf(debate.status === "DRAFT").find((one) => one === wanted) ?? "decision";
  return (
    <EditingPage debate={debate} part={part} saved={saved !== undefined}>
      <Part
        editing={editing}
        part={part}
        open={openItem(item)}
        saved={String(saved ?? "")}
        viewer={viewer}
      />
    </EditingPage>
  );
}

function openItem(item: string | string[] | undefined): OpenItem {
  if (item === "new") return item;
  return typeof item === "string" && /^[1-9]\d{0,8}$/.test(item) ? Number(item) : null;
}

async function Part({
  editing,
  part,
  open,
  saved,
  viewer,
}: {
  editing: EditingView;
  part: EditingPart;
  open: OpenItem;
  saved: string;
  viewer: Viewer;
}) {
  const { debate, editors, checks } = editing;
  const { slug } = debate;
  switch (part) {
    case "arguments": {
      const columns = await getColumns(slug, null, viewer, {
        ...{ sort: "number", cited: false, limit: 50 },
      });
      return columns ? <FirstArguments slug={slug} columns={columns} /> : null;
    }
    case "editors":
      return <Editors slug={slug} editors={editors} viewerId={viewer.id} />;
    case "publish":
      return <Checklist slug={slug} checks={checks} />;
    case "decision":
      return (
        <DecisionForm
          editing={editing}
          draft={await getDraft(viewer, debate.id, briefDraft(part))}
          saved={saved}
        />
      );
    case "facts":
    case "actors":
    case "timeline":
    case "questions":
    case "glossary": {
      const id = typeof open === "number" ? open : null;
      const draft = await getDraft(viewer, debate.id, briefDraft(part, id));
      return <ItemList editing={editing} part={part} open={open} draft={draft} />;
    }
  }
}

async function Refused({ slug, because }: { slug: string; because: RefusalCode }) {
  const [t, errors] = await Promise.all([getTranslations("editing"), getTranslations("errors")]);
  const signIn = because === "SIGN_IN_REQUIRED";
  return (
    <div className="max-w-measure space-y-6">
      <PageHeading>{t("notYours")}</PageHeading>
      <Notice>{errors(because)}</Notice>
      {signIn ? (
        <ButtonLink href={routes.signIn(routes.editDebate(slug))}>{t("signIn")}</ButtonLink>
      ) : (
        <ButtonLink href={routes.debate(slug)} variant="quiet">
          {t("backToDebate")}
        </ButtonLink>
      )}
    </div>
  );
}
