import { createRoute } from "@hono/zod-openapi";
import type { z } from "zod";
import { linkArgument } from "@/lib/arguments/commands/link-argument";
import { markArgument } from "@/lib/arguments/commands/mark-argument";
import { mergeArguments } from "@/lib/arguments/commands/merge-arguments";
import { moveArgument, type Curation } from "@/lib/arguments/commands/move-argument";
import { splitArgument } from "@/lib/arguments/commands/split-argument";
import {
  linkArgumentSchema,
  markArgumentSchema,
  mergeArgumentsSchema,
  moveArgumentSchema,
  splitArgumentSchema,
} from "@/lib/arguments/curation-schema";
import { getArgument } from "@/lib/arguments/queries/argument";
import type { Actor } from "@/lib/shared/viewer";
import { asInput } from "../problem";
import { writes } from "../identity";
import { router } from "../router";
import { toArgumentJson } from "../shapes/argument";
import { curatedJson, marksBody, mergeBody, moveBody, splitBody } from "../shapes/curation";
import { idParam, json, jsonBody, refusalsOf } from "../shapes/page";

export const curation = router();

type Act<Body extends z.ZodType> = {
  path: "move" | "link" | "merge" | "split" | "marks";
  summary: string;
  description: string;
  body: Body;
  run: (actor: Actor, id: string, body: z.output<Body>) => Promise<Curation>;
};

const scope = "A token needs the scopes `moderate` and `write`.";

/** One act of a curator on an argument; each is an entry of the log, and can be undone there. */
function act<Body extends z.ZodType>({ path, summary, description, body, run }: Act<Body>): void {
  curation.openapi(
    createRoute({
      method: path === "marks" ? "put" : "post",
      path: `/arguments/{id}/${path}`,
      tags: ["Moderation"],
      summary,
      description: `${description} ${scope}`,
      middleware: writes,
      request: { params: idParam, body: jsonBody(body) },
      responses: { 200: json(curatedJson, "Done, as this entry says"), ...refusalsOf.writing },
    }),
    async (c) => {
      const viewer = c.get("viewer");
      // The compiler cannot follow a route whose body is a parameter.
      const input = c.req.valid("json" as never) as z.output<Body>;
      const done = await run(viewer, c.req.param("id"), input);
      const argument = toArgumentJson((await getArgument(done.id, viewer))!);
      return c.json({ entry: done.entry, argument }, 200);
    },
  );
}

act({
  path: "move",
  summary: "Put an argument below another one, or on the other side",
  description:
    "With everything below it, under the next number there. Its votes count on while their owners are asked.",
  body: moveBody,
  run: (actor, id, { parentId, ...rest }) =>
    moveArgument(actor, asInput(moveArgumentSchema, { id, to: parentId ?? "root", ...rest })),
});

act({
  path: "link",
  summary: "Let an argument be found in another place too",
  description: "A reference, without votes or replies of its own.",
  body: moveBody,
  run: (actor, id, { parentId, ...rest }) =>
    linkArgument(actor, asInput(linkArgumentSchema, { id, to: parentId ?? "root", ...rest })),
});

act({
  path: "merge",
  summary: "Merge an argument into another that says the same",
  description:
    "The kept one gets its replies, comments, sources and votes: one vote a person, the one given later.",
  body: mergeBody,
  run: (actor, id, { intoId, ...rest }) =>
    mergeArguments(actor, asInput(mergeArgumentsSchema, { id, into: intoId, ...rest })),
});

act({
  path: "split",
  summary: "Split an argument that makes two claims",
  description: "Votes stay with the first and are asked about; the other begins without.",
  body: splitBody,
  run: (actor, id, { other, ...rest }) =>
    splitArgument(
      actor,
      asInput(splitArgumentSchema, {
        ...{ id, ...rest, otherTitle: other.title, otherBody: other.body },
        ...{ otherStance: other.stance, otherSources: other.sources },
      }),
    ),
});

act({
  path: "marks",
  summary: "Note on an argument's quality, at most two marks",
  description: "In place of those it had; none takes them away.",
  body: marksBody,
  run: (actor, id, body) => markArgument(actor, asInput(markArgumentSchema, { id, ...body })),
});
