import cluster from "node:cluster";
import { env } from "@/lib/env";
import { serve } from "@/lib/server/serve";
import { superviseWorkers } from "@/lib/server/workers";

if (cluster.isPrimary && env.WEB_CONCURRENCY > 1) superviseWorkers(env.WEB_CONCURRENCY);
else await serve();
