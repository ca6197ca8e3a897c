"use server";

import { defineAction } from "@/lib/actions/define-action";
import { cancelJob, retryJob } from "./commands/steer";
import { jobRefSchema } from "./schema";

export const retryJobAction = defineAction(jobRefSchema, retryJob);
export const cancelJobAction = defineAction(jobRefSchema, cancelJob);
