import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useId, type ComponentProps } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { parsedOnce } from "./parsed-once";
import { bounded, isAllEmphasis, withoutEmphasis } from "./tame-markdown";

/** Only what an argument needs; addresses only of the web and of mail. */
const schema: typeof defaultSchema = {
  ...defaultSchema,
  tagNames: defaultSchema.tagNames?.filter(
    (tag) => !["picture", "source", "details", "summary", "div", "rt", "rp", "ruby"].includes(tag),
  ),
  protocols: { href: ["http", "https", "mailto"], src: ["https"], cite: ["http", "https"] },
  clobberPrefix: "",
  clobber: [],
};

/** Headings written by a person sit below the page's own. */
function headings(top: number): Components {
  const level = (depth: number) => `h${Math.min(6, top + depth)}` as "h3";
  const entries = [1, 2, 3, 4, 5, 6].map((depth) => {
    const Tag = level(depth - 1);
    return [
      `h${depth}`,
      ({ children }: ComponentProps<"h1">) => <Tag dir="auto">{children}</Tag>,
    ] as const;
  });
  return Object.fromEntries(entries);
}

const components: Components = {
  a: ({ href, children, id, ...rest }) => (
    <a href={href} id={id} rel="nofollow ugc noopener" aria-label={rest["aria-label"]}>
      {children}
    </a>
  ),
  // A picture is not an argument, and loading one would tell its host who reads.
  img: ({ alt }) => (alt ? <span>[{alt}]</span> : null),
  p: ({ children }) => <p dir="auto">{children}</p>,
  li: ({ children, className, id }) => (
    <li dir="auto" className={className} id={id}>
      {children}
    </li>
  ),
  blockquote: ({ children }) => <blockquote dir="auto">{children}</blockquote>,
  // A task of a list: drawn, with its state in words, instead of a dead checkbox.
  input: ({ checked }) => <TaskMark done={checked === true} />,
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
};

function TaskMark({ done }: { done: boolean }) {
  const t = useTranslations("common");
  return (
    <span role="img" aria-label={done ? t("taskDone") : t("taskOpen")}>
      {done ? "☑" : "☐"}
    </span>
  );
}

/**
 * Markdown written by people. Raw HTML is shown as nothing, never run; pictures become their words.
 * @param topHeading the level that a `#` becomes (default 3)
 */
export function Markdown({
  children,
  topHeading = 3,
  compact = false,
  className,
}: {
  children: string;
  topHeading?: 2 | 3 | 4 | 5 | 6;
  compact?: boolean;
  className?: string;
}) {
  const t = useTranslations("common");
  const prefix = `${useId()}-`;
  return (
    <div dir="auto" className={clsx("prose", compact && "prose-compact", className)}>
      <ReactMarkdown
        skipHtml
        remarkPlugins={
          isAllEmphasis(children) ? [remarkGfm, withoutEmphasis] : [remarkGfm, parsedOnce]
        }
        remarkRehypeOptions={{
          clobberPrefix: prefix,
          footnoteLabel: t("footnotes"),
          footnoteBackLabel: t("backToText"),
        }}
        rehypePlugins={[[rehypeSanitize, schema]]}
        components={{ ...headings(topHeading), ...components }}
      >
        {bounded(children)}
      </ReactMarkdown>
    </div>
  );
}
