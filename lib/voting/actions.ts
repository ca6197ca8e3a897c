"use server";

import { defineAction } from "@/lib/actions/define-action";
import { vote } from "./commands/cast-vote";
import { voteFormSchema } from "./schema";

export const voteAction = defineAction(voteFormSchema, vote);
