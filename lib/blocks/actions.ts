"use server";

import { defineAction } from "@/lib/actions/define-action";
import { blockPerson, unblockPerson } from "./commands/block";
import { blockSchema } from "./schema";

export const blockAction = defineAction(blockSchema, blockPerson);
export const unblockAction = defineAction(blockSchema, unblockPerson);
