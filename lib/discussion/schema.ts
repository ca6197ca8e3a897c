import { z } from "zod";
import { publicIdSchema, versionSchema } from "@/lib/shared/ids";
import { prose } from "@/lib/shared/text";
import { commentLimits } from "./vocabulary";

const emptyAsMissing = (value: unknown) => (value === "" ? undefined : value);

export const postCommentSchema = z.strictObject({
  argumentId: publicIdSchema,
  replyToId: z.preprocess(emptyAsMissing, publicIdSchema.optional()),
  body: prose({ min: 1, max: commentLimits.body }),
  submissionKey: z.preprocess(emptyAsMissing, z.uuid().optional()),
});
export type PostCommentInput = z.output<typeof postCommentSchema>;

export const editCommentSchema = z.strictObject({
  id: publicIdSchema,
  version: versionSchema,
  body: prose({ min: 1, max: commentLimits.body }),
});
export type EditCommentInput = z.output<typeof editCommentSchema>;

export const deleteCommentSchema = z.strictObject({ id: publicIdSchema });
export type DeleteCommentInput = z.output<typeof deleteCommentSchema>;
