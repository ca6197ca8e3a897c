import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Difference } from "@/components/arguments/history/difference";
import { SourceWords } from "@/components/arguments/source-words";
import { Anchor } from "@/components/ui/anchor";
import { Markdown } from "@/components/ui/markdown";
import { routes } from "@/lib/routes";
import type { Contents, Suggested } from "@/lib/suggestions/schema";
import type { SuggestionView } from "@/lib/suggestions/view";

/** What was sent, whatever its kind; of an edit, what it changes of the argument as it stands. */
export function SuggestionWords({ suggestion }: { suggestion: SuggestionView }) {
  const t = useTranslations("suggestions");
  const { content, accepted } = suggestion;
  if (!content) return <p className="text-muted">{t("erased")}</p>;
  return (
    <div className="max-w-measure space-y-6">
      <Words suggestion={suggestion} suggested={content} />
      {accepted ? (
        <Part title={t("acceptedWith")}>
          <Changed before={textOf(content)} after={textOf(accepted)} />
        </Part>
      ) : null}
    </div>
  );
}

function Words({ suggestion, suggested }: { suggestion: SuggestionView; suggested: Suggested }) {
  const t = useTranslations("suggestions");
  const { status, standing } = suggestion;
  switch (suggested.kind) {
    case "ARGUMENT":
      return <ArgumentWords content={suggested.content} />;
    case "COMMENT":
      return (
        <Part title={t("words")}>
          <Markdown topHeading={3}>{suggested.content.body}</Markdown>
        </Part>
      );
    case "EDIT": {
      const { reason } = suggested.content;
      const before = status === "ACCEPTED" ? null : standing;
      return (
        <Part title={t(before ? "difference" : "words")}>
          <Changed before={before} after={suggested.content} />
          {reason ? <p className="mt-2 text-sm">{t("reason", { reason })}</p> : null}
          <Sources sources={suggested.content.sources} />
        </Part>
      );
    }
    case "SOURCE":
      return (
        <>
          <Sources sources={[suggested.content.source]} />
          <Note note={suggested.content.note} />
        </>
      );
    case "PLACE":
      return (
        <>
          <Part title={t(`place.${suggested.content.stance}`)}>
            <Other suggestion={suggestion} />
          </Part>
          <Note note={suggested.content.note} />
        </>
      );
    case "DUPLICATE":
      return (
        <>
          <Part title={t("duplicateOf")}>
            <Other suggestion={suggestion} />
          </Part>
          <Note note={suggested.content.note} />
        </>
      );
  }
}

/** The argument that it names; the motion when it names none. */
function Other({ suggestion: { other, debate } }: { suggestion: SuggestionView }) {
  const t = useTranslations("suggestions");
  if (!other) return t("motion");
  return (
    <Anchor href={routes.argument(debate.slug, other.id)}>
      <span className="tabular-nums">{other.number}</span> <bdi>{other.title}</bdi>
    </Anchor>
  );
}

type Text = { title?: string; body: string };

function textOf({ content }: Suggested): Text {
  return {
    title: "title" in content ? content.title : undefined,
    body: "body" in content ? content.body : "",
  };
}

/** Two texts as one, with what was taken out and put in. */
function Changed({ before, after }: { before: Text | null; after: Text }) {
  return (
    <>
      {after.title === undefined ? null : (
        <p dir="auto" className="font-serif text-lg">
          <Difference before={before?.title} after={after.title} />
        </p>
      )}
      <p dir="auto" className="mt-2 text-sm whitespace-pre-line">
        <Difference before={before?.body} after={after.body} />
      </p>
    </>
  );
}

function ArgumentWords({ content }: { content: Contents["ARGUMENT"] }) {
  const t = useTranslations("suggestions");
  const { stance, title, body, sources, factIds } = content;
  return (
    <Part title={t(`stance.${stance}`)}>
      <p dir="auto" className="font-serif text-lg [overflow-wrap:anywhere]">
        {title}
      </p>
      {body ? (
        <Markdown topHeading={3} className="mt-2">
          {body}
        </Markdown>
      ) : null}
      <Sources sources={sources} />
      {factIds.length > 0 ? (
        <p className="mt-2 text-sm text-muted">{t("factCount", { count: factIds.length })}</p>
      ) : null}
    </Part>
  );
}

function Sources({ sources }: { sources: readonly Contents["SOURCE"]["source"][] }) {
  const t = useTranslations("suggestions");
  if (sources.length === 0) return null;
  return (
    <div className="mt-3 text-sm">
      <p className="mb-1 font-semibold">{t("sources")}</p>
      <SourceWords sources={sources} />
    </div>
  );
}

function Note({ note }: { note: string }) {
  if (!note) return null;
  return (
    <p dir="auto" className="text-sm whitespace-pre-line">
      {note}
    </p>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 border-t border-hairline pt-2 text-sm font-semibold">{title}</h2>
      {children}
    </section>
  );
}
