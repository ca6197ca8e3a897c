"use server";

import { z } from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { recordVisit } from "./commands/record-visit";
import { slugSchema } from "./schema";

const recordVisitSchema = z.strictObject({ debate: slugSchema });

export const recordVisitAction = defineAction(recordVisitSchema, recordVisit, { quiet: true });
