import { seedDebateSchema, type SeedDebate } from "./data-schema";
import actors from "./data/us-cyber-pause-russia/actors.json";
import debateArguments from "./data/us-cyber-pause-russia/arguments.json";
import caveats from "./data/us-cyber-pause-russia/caveats.json";
import debate from "./data/us-cyber-pause-russia/debate.json";
import facts from "./data/us-cyber-pause-russia/facts.json";
import glossary from "./data/us-cyber-pause-russia/glossary.json";
import openQuestions from "./data/us-cyber-pause-russia/open-questions.json";
import sources from "./data/us-cyber-pause-russia/sources.json";
import timeline from "./data/us-cyber-pause-russia/timeline.json";

/** The first debate, from its files. Throws a ZodError that names every mistake in them. */
export function loadFirstDebate(): SeedDebate {
  return seedDebateSchema.parse({
    debate,
    sources,
    facts,
    actors,
    timeline,
    openQuestions,
    glossary,
    caveats,
    arguments: debateArguments,
  });
}
