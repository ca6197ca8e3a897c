import type { ArgumentView } from "@/lib/arguments/view";
import type { DebateHead } from "@/lib/debates/view";
import { routes } from "@/lib/routes";

/** schema.org's DiscussionForumPosting for a debate. @param site the address without a slash at the end */
export function debatePosting(debate: DebateHead, site: string) {
  const url = site + routes.debate(debate.slug);
  return {
    "@context": "https://schema.org",
    "@type": "DiscussionForumPosting",
    "@id": url,
    url,
    headline: debate.motion,
    text: debate.motionNote || debate.motion,
    inLanguage: debate.language,
    datePublished: debate.openedAt ?? debate.updatedAt,
    dateModified: debate.updatedAt,
    author: { "@type": "Organization", name: "Counterpoint", url: site },
    interactionStatistic: {
      "@type": "InteractionCounter",
      interactionType: "https://schema.org/CommentAction",
      userInteractionCount: debate.counts.arguments + debate.counts.comments,
    },
  };
}

/** schema.org's DiscussionForumPosting for an argument. */
export function argumentPosting(argument: ArgumentView, debate: DebateHead, site: string) {
  const url = site + routes.argument(debate.slug, argument.id);
  const { author } = argument;
  return {
    "@context": "https://schema.org",
    "@type": "DiscussionForumPosting",
    "@id": url,
    url,
    headline: argument.title,
    text: argument.body || argument.title,
    inLanguage: debate.language,
    datePublished: argument.createdAt,
    dateModified: argument.updatedAt,
    author: author
      ? { "@type": "Person", name: author.name, url: site + routes.member(author.handle) }
      : { "@type": "Person", name: "deleted account" },
    isPartOf: site + routes.debate(debate.slug),
    interactionStatistic: {
      "@type": "InteractionCounter",
      interactionType: "https://schema.org/CommentAction",
      userInteractionCount: argument.comments,
    },
  };
}
