import { createRoute } from "@hono/zod-openapi";
import { addEditor, removeEditor } from "@/lib/debates/commands/editors";
import { getEditors } from "@/lib/debates/queries/editing";
import { DomainError } from "@/lib/shared/errors";
import { readsAsPerson, writes } from "../identity";
import { router } from "../router";
import { editorJson, editorParam } from "../shapes/editing";
import { json, refusalsOf, slugParam, wholeList } from "../shapes/page";

/** Who writes and corrects a debate's brief. */
export const editors = router();

const tags = ["Editing debates"];
const allEditors = json(wholeList(editorJson), "The editors, the longest first");

editors.openapi(
  createRoute({
    method: "get",
    path: "/debates/{slug}/editors",
    tags,
    summary: "Who edits a debate, for its editors and moderators",
    middleware: readsAsPerson,
    request: { params: slugParam },
    responses: { 200: allEditors, ...refusalsOf.reading, ...refusalsOf.own },
  }),
  async (c) => {
    const editing = await getEditors(c.req.valid("param").slug, c.get("viewer"));
    if (!editing) throw new DomainError("NOT_FOUND");
    const items = editing.map(({ handle, name }) => ({ handle, name }));
    return c.json({ items, nextCursor: null }, 200);
  },
);

for (const [method, command, summary] of [
  ["put", addEditor, "Make a member an editor of a debate"],
  ["delete", removeEditor, "Take the role of an editor away"],
] as const) {
  editors.openapi(
    createRoute({
      method,
      path: "/debates/{slug}/editors/{handle}",
      tags,
      summary,
      middleware: writes,
      request: { params: editorParam },
      responses: { 204: { description: "Done" }, ...refusalsOf.writing },
    }),
    async (c) => {
      const { slug, handle } = c.req.valid("param");
      await command(c.get("viewer"), { debate: slug, handle });
      return c.body(null, 204);
    },
  );
}
